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
        string RequestedBy,
        DateTimeOffset RequestedAt);

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
        var away = (await AwayAsync(db, [.. pending.Select(row => row.Enrolment.OrganisationId).Distinct()], [.. slots.SelectMany(s => s).Select(s => s.Date).Distinct()], ct))
            .ToLookup(line => line.Date);

        return new ApprovalsPage(
            form,
            [.. pending.Select(row => new Request(
                row.Enrolment.Id, row.Person.FullName, row.Title, row.Session.Code, row.Session.FirstDay!.Value, row.Session.LastDay!.Value,
                slots[row.Session.Id].Sum(slot => slot.Minutes), row.Enrolment.HoldsSeat, ranks.TryGetValue(row.Enrolment.Id, out var rank) ? rank : null,
                row.Enrolment.Scheme, [.. balances[row.Enrolment.Id]],
                [.. slots[row.Session.Id].Select(slot => slot.Date).Distinct()
                    .SelectMany(date => away[date])
                    .Where(line => line.Organisation == row.Enrolment.OrganisationId && line.PersonId != row.Person.Id)
                    .Select(line => line.Person).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)],
                row.Enrolment.RequestedBy, row.Enrolment.RequestedAt))],
            await DecidedAsync(db, reader, [.. decided.Select(id => new EnrolmentId(id))], ct));
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

    private static async Task<IEnumerable<(OrganisationId Organisation, PersonId PersonId, string Person, DateOnly Date)>> AwayAsync(
        TrainingDbContext db, IReadOnlyList<OrganisationId> organisations, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var away = await (
            from enrolment in db.Enrolments
            join slot in db.TeachingSlots on enrolment.SessionId equals slot.SessionId
            join person in db.People on enrolment.PersonId equals person.Id
            where organisations.Contains(enrolment.OrganisationId) && days.Contains(slot.Date)
                && enrolment.HoldsSeat && (enrolment.Status == EnrolmentStatus.Confirmed || enrolment.Status == EnrolmentStatus.EmployerPending)
            select new { enrolment.OrganisationId, person.Id, person.FirstName, person.LastName, slot.Date }).Distinct().ToListAsync(ct);

        return away.Select(line => (line.OrganisationId, line.Id, $"{line.FirstName} {line.LastName}", line.Date));
    }

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
