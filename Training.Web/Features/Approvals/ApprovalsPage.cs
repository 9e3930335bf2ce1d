using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;

namespace Training.Web.Features.Approvals;

/// <summary>The requests on which the employer has still to say yes or no, each with what yes would come to.</summary>
public sealed record ApprovalsPage(DecisionForm Form, IReadOnlyList<ApprovalsPage.Request> Requests, IReadOnlyList<ApprovalsPage.Decided> Decisions)
{
    private const int MaxShown = 100;

    /// <summary>What was refused when the form was sent.</summary>
    public IReadOnlyList<(string Person, Refusal Refusal)> Refusals { get; init; } = [];

    public sealed record Request(
        EnrolmentId Id,
        string Person,
        LocalizedText Course,
        string SessionCode,
        DateOnly FirstDay,
        DateOnly LastDay,
        int Minutes,
        bool HoldsSeat,
        int? Rank,
        string? Scheme,
        IReadOnlyList<YearForecast> Years,
        IReadOnlyList<string> AwayTheSameDays,
        ReleasedShare Released,
        string RequestedBy,
        DateTimeOffset RequestedAt);

    /// <summary>Of the employer's staff, how many are already to be in training from the first to the last day of the session.</summary>
    public readonly record struct ReleasedShare(int People, int Staff)
    {
        public decimal Share => Staff == 0 ? 0 : (decimal)People / Staff;
    }

    public sealed record Decided(string Person, string SessionCode, EnrolmentStatus Status, int? Rank, int ReservedMinutes);

    public static async Task<ApprovalsPage> FindAsync(
        TrainingDbContext db, TimeReleaseAccounts accounts, Reader reader, DecisionForm form, IReadOnlyList<Guid> decided, CancellationToken ct)
    {
        var pending = await (
            from enrolment in db.Enrolments.AsNoTracking().OfEmployer(reader)
            join person in db.People on enrolment.PersonId equals person.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where enrolment.Status == EnrolmentStatus.EmployerPending && (form.Session == null || session.Code == form.Session)
            orderby session.FirstDay, session.Code, person.LastName, person.FirstName
            select new { Enrolment = enrolment, Person = person, Session = session, version.Title }).Take(MaxShown).ToListAsync(ct);

        var sessions = pending.Select(row => row.Session.Id).Distinct().ToList();
        var slots = (await db.TeachingSlots.AsNoTracking().Where(slot => sessions.Contains(slot.SessionId)).ToListAsync(ct)).ToLookup(slot => slot.SessionId);
        var ranks = await db.RanksAsync(sessions, ct);
        var balances = await BalancesAsync(accounts, [.. pending.Select(row => row.Enrolment)], slots, ct);
        var employers = pending.Select(row => row.Enrolment.OrganisationId).Distinct().ToList();
        var (away, staff) = (await AwayAsync(db, employers, pending.Min(row => row.Session.FirstDay), pending.Max(row => row.Session.LastDay), ct), await StaffAsync(db, employers, ct));
        var awayOn = away.ToLookup(line => line.Date);

        return new ApprovalsPage(
            form,
            [.. pending.Select(row => new Request(
                row.Enrolment.Id, row.Person.FullName, row.Title, row.Session.Code, row.Session.FirstDay!.Value, row.Session.LastDay!.Value,
                slots[row.Session.Id].Sum(slot => slot.Minutes), row.Enrolment.HoldsSeat, ranks.TryGetValue(row.Enrolment.Id, out var rank) ? rank : null,
                row.Enrolment.Scheme, [.. balances[row.Enrolment.Id]],
                [.. slots[row.Session.Id].Select(slot => slot.Date).Distinct()
                    .SelectMany(date => awayOn[date])
                    .Where(line => line.Organisation == row.Enrolment.OrganisationId && line.PersonId != row.Person.Id)
                    .Select(line => line.Person).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)],
                ReleasedIn(row.Enrolment.OrganisationId, row.Session.FirstDay!.Value, row.Session.LastDay!.Value),
                row.Enrolment.RequestedBy, row.Enrolment.RequestedAt))],
            await DecidedAsync(db, reader, [.. decided.Select(id => new EnrolmentId(id))], ct));

        ReleasedShare ReleasedIn(OrganisationId employer, DateOnly first, DateOnly last) => new(
            away.Where(line => line.Organisation == employer && line.IsApproved && line.Date >= first && line.Date <= last).Select(line => line.PersonId).Distinct().Count(),
            staff[employer].Where(post => post.Start <= last && (post.End is null || post.End >= first)).Select(post => post.PersonId).Distinct().Count());
    }

    private static async Task<ILookup<EnrolmentId, YearForecast>> BalancesAsync(
        TimeReleaseAccounts accounts, IReadOnlyList<Enrolment> pending, ILookup<SessionId, TeachingSlot> slots, CancellationToken ct)
    {
        var lines = new List<(EnrolmentId Enrolment, YearForecast Year)>();
        var years = pending.Where(e => e.Scheme is not null)
            .SelectMany(e => slots[e.SessionId].GroupBy(slot => slot.Date.Year), (e, year) => (Enrolment: e, Year: year.Key, First: year.Min(s => s.Date), Minutes: year.Sum(s => s.Minutes)));
        foreach (var group in years.GroupBy(line => (line.Enrolment.OrganisationId, line.Year)))
        {
            var wanted = group.Select(line => (line.Enrolment.PersonId, line.Enrolment.Scheme!)).Distinct().ToList();
            var found = (await accounts.FindOrOpenAsync(wanted, group.Key.OrganisationId, group.Min(line => line.First), ct)).ToDictionary(a => (a.PersonId, a.Scheme));
            lines.AddRange(group.Select(line => (line.Enrolment, line.Minutes, Account: found[(line.Enrolment.PersonId, line.Enrolment.Scheme!)]))
                .Select(line => (line.Enrolment.Id, new YearForecast(group.Key.Year, line.Minutes, line.Account.AvailableMinutes, line.Account.IsCapped))));
        }

        return lines.ToLookup(line => line.Enrolment, line => line.Year);
    }

    private sealed record AwayLine(OrganisationId Organisation, PersonId PersonId, string Person, DateOnly Date, bool IsApproved);

    // Seats asked for count as away too, so that two who ask for one day see each other.
    private static async Task<IReadOnlyList<AwayLine>> AwayAsync(
        TrainingDbContext db, IReadOnlyList<OrganisationId> employers, DateOnly? first, DateOnly? last, CancellationToken ct) => await (
        from enrolment in db.Enrolments
        join slot in db.TeachingSlots on enrolment.SessionId equals slot.SessionId
        join person in db.People on enrolment.PersonId equals person.Id
        where employers.Contains(enrolment.OrganisationId) && slot.Date >= first && slot.Date <= last
            && enrolment.HoldsSeat && (enrolment.Status == EnrolmentStatus.Confirmed || enrolment.Status == EnrolmentStatus.EmployerPending)
        select new AwayLine(enrolment.OrganisationId, person.Id, person.FirstName + " " + person.LastName, slot.Date, enrolment.Status == EnrolmentStatus.Confirmed)).ToListAsync(ct);

    private static async Task<ILookup<OrganisationId, Employment>> StaffAsync(TrainingDbContext db, IReadOnlyList<OrganisationId> employers, CancellationToken ct) =>
        (await db.Employments.AsNoTracking().Where(e => employers.Contains(e.OrganisationId)).ToListAsync(ct)).ToLookup(e => e.OrganisationId);

    private static async Task<IReadOnlyList<Decided>> DecidedAsync(TrainingDbContext db, Reader reader, IReadOnlyList<EnrolmentId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return [];

        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking().OfEmployer(reader)
            join person in db.People on enrolment.PersonId equals person.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where ids.Contains(enrolment.Id) && enrolment.Status != EnrolmentStatus.EmployerPending
            orderby person.LastName, person.FirstName
            select new
            {
                enrolment.Id,
                enrolment.SessionId,
                Person = person.FirstName + " " + person.LastName,
                session.Code,
                enrolment.Status,
                Reserved = db.LedgerEntries.Where(e => e.EnrolmentId == enrolment.Id && e.Kind == LedgerEntryKind.Reserve).Sum(e => e.Minutes),
            }).ToListAsync(ct);
        var ranks = await db.RanksAsync([.. rows.Select(row => row.SessionId).Distinct()], ct);

        return [.. rows.Select(row => new Decided(row.Person, row.Code, row.Status, ranks.TryGetValue(row.Id, out var rank) ? rank : null, row.Reserved))];
    }
}
