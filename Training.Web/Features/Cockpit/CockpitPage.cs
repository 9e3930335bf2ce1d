using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Web.Features.Cockpit;

/// <summary>One employer's page: who is away when, hours by post and person, and what waits for somebody.</summary>
/// <param name="Month">The first day of the month shown.</param>
public sealed record CockpitPage(
    CockpitPage.Employer Chosen, IReadOnlyList<CockpitPage.Employer> Employers, DateOnly Month, DateOnly Today, IReadOnlyList<CockpitPage.Day> Days,
    IReadOnlyList<CockpitPage.Post> Posts, IReadOnlyList<CockpitPage.Waiting> Approvals, IReadOnlyList<CockpitPage.Register> Registers,
    IReadOnlyList<CockpitPage.Charge> Charges)
{
    public int Year => Month.Year;

    public sealed record Employer(OrganisationId Id, string Code, LocalizedText Name);

    /// <summary>A day of the month with whoever is in training.</summary>
    public sealed record Day(DateOnly Date, IReadOnlyList<Away> Away);

    /// <param name="Part">Nothing for the whole day.</param>
    public sealed record Away(string Person, string SessionCode, DayPart? Part);

    /// <summary>A GECO post with its holders, or empty.</summary>
    /// <param name="EmptySince">The first day without a holder, or nothing.</param>
    /// <param name="EmptyMonths">Whole months without a holder.</param>
    /// <param name="LapsesOn">The day on which it is lost if it stays empty.</param>
    public sealed record Post(
        string Reference, string? Agreement, int? RequiredLevel, IReadOnlyList<Holder> Holders, IReadOnlyList<(string Person, DateOnly From, DateOnly To)> Before,
        DateOnly? EmptySince, int EmptyMonths, DateOnly? LapsesOn, bool IsWarned);

    public sealed record Holder(PersonId Person, string Name, int? LevelHeld, decimal Fte, DateOnly Since, TimeReleaseAccount Account);

    public sealed record Waiting(string Person, LocalizedText Course, string SessionCode, DateOnly FirstDay);

    public sealed record Register(string SessionCode, LocalizedText Course, DateOnly Date, DayPart Part, RegisterStatus Status);

    public sealed record Charge(string Person, LocalizedText Course, string SessionCode, decimal AmountEur);

    public static async Task<CockpitPage> FindAsync(
        TrainingDbContext db, TimeReleaseAccounts accounts, Reader reader, string? organisation, DateOnly month, DateOnly today, CancellationToken ct)
    {
        var employers = await EmployersAsync(db, reader, ct);
        var chosen = Choose(employers, organisation);
        return new CockpitPage(
            chosen, employers, month, today, await DaysAsync(db, chosen.Id, month, ct), await PostsAsync(db, accounts, chosen.Id, month, today, ct),
            await WaitingAsync(db, chosen.Id, ct), await RegistersAsync(db, chosen.Id, today, ct), await ChargesAsync(db, chosen.Id, ct));
    }

    public static async Task<Employer> EmployerAsync(TrainingDbContext db, Reader reader, string? organisation, CancellationToken ct) =>
        Choose(await EmployersAsync(db, reader, ct), organisation);

    private static Task<List<Employer>> EmployersAsync(TrainingDbContext db, Reader reader, CancellationToken ct) => db.Organisations.AsNoTracking()
        .Where(o => reader.SeesEverything ? db.Employments.Any(e => e.OrganisationId == o.Id) : reader.Organisations.Contains(o.Id))
        .OrderBy(o => o.Code).Select(o => new Employer(o.Id, o.Code, o.Name)).ToListAsync(ct);

    private static Employer Choose(IReadOnlyList<Employer> employers, string? code) =>
        employers.FirstOrDefault(e => string.IsNullOrEmpty(code) || e.Code == code) ?? throw new NotFoundException(nameof(Organisation));

    private static async Task<IReadOnlyList<Day>> DaysAsync(TrainingDbContext db, OrganisationId employer, DateOnly month, CancellationToken ct)
    {
        var (first, last) = (month, month.AddMonths(1).AddDays(-1));
        var slots = await (
            from slot in db.TeachingSlots
            where slot.Date >= first && slot.Date <= last
            join enrolment in db.Enrolments on slot.SessionId equals enrolment.SessionId
            where enrolment.OrganisationId == employer && enrolment.HoldsSeat
            join session in db.Sessions on slot.SessionId equals session.Id
            join person in db.People on enrolment.PersonId equals person.Id
            select new { slot.Date, slot.Start, session.Code, person.Id, person.FirstName, person.LastName }).ToListAsync(ct);
        var away = slots.GroupBy(s => (s.Date, s.Code, s.Id)).Select(group => (
            group.Key.Date,
            Away: new Away(
                $"{group.First().FirstName} {group.First().LastName}", group.Key.Code,
                group.Select(s => DayParts.Of(s.Start)).Distinct().ToList() is [var only] ? only : null),
            group.First().LastName)).ToLookup(line => line.Date);
        return [.. Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays)
            .Select(date => new Day(date, [.. away[date].OrderBy(line => line.LastName, StringComparer.CurrentCultureIgnoreCase).Select(line => line.Away)]))];
    }

    private static async Task<IReadOnlyList<Post>> PostsAsync(
        TrainingDbContext db, TimeReleaseAccounts accounts, OrganisationId employer, DateOnly month, DateOnly today, CancellationToken ct)
    {
        var history = await (
            from employment in db.Employments.AsNoTracking()
            join person in db.People on employment.PersonId equals person.Id
            where employment.OrganisationId == employer && employment.PostReference != null
                && employment.FundingStatus != FundingStatus.NotGeco && employment.StaffCategory != StaffCategory.Volunteer && employment.Start <= today
            orderby employment.Start
            select new { Employment = employment, Person = person }).ToListAsync(ct);
        var holders = history.Where(row => row.Employment.CoversDay(today)).ToList();
        var on = month.Year == today.Year ? today : new DateOnly(month.Year, month.Year < today.Year ? 12 : 1, month.Year < today.Year ? 31 : 1);
        var balances = (await accounts.FindOrOpenAsync([.. holders.Select(row => (row.Person.Id, Schemes.GecoLocal)).Distinct()], employer, on, ct)).ToDictionary(a => a.PersonId);
        var parameters = await db.ParameterBookAsync(ct);
        var lapse = parameters.Number(ParameterKeys.GecoVacancyMonths, today, employer.Value);
        var warnings = parameters.Row(ParameterKeys.GecoVacancyWarningMonths, today, employer.Value).Value.Split(',').Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToList();

        var agreed = await db.GecoPosts.AsNoTracking().Where(p => p.OrganisationId == employer).ToDictionaryAsync(p => p.Reference, p => p.Facts, ct);
        var posts = history.ToLookup(row => row.Employment.PostReference!);
        var references = posts.Select(post => post.Key).Union(agreed.Where(post => post.Value.OpenedOn <= today).Select(post => post.Key));
        return [.. references.Order(StringComparer.Ordinal).Select(reference =>
        {
            var (facts, post) = (agreed.GetValueOrDefault(reference), posts[reference].ToList());
            var held = post.Where(row => row.Employment.CoversDay(today)).ToList();
            var since = held.Count > 0 ? null : post.Max(row => row.Employment.End)?.AddDays(1) ?? facts?.OpenedOn;
            var months = since is { } empty ? Enumerable.Range(1, 60).TakeWhile(n => empty.AddMonths(n) <= today).Count() : 0;
            return (IsClosed: held.Count == 0 && facts?.ClosedOn <= today, Post: new Post(
                reference, facts?.AgreementReference, facts?.RequiredLevel ?? post[^1].Employment.RequiredLevel,
                [.. held.Select(row => new Holder(
                    row.Person.Id, row.Person.FullName, row.Person.LevelHeld, row.Employment.FteFraction, row.Employment.Start, balances[row.Person.Id]))],
                [.. post.Where(row => row.Employment.End < today).Select(row => (row.Person.FullName, row.Employment.Start, row.Employment.End!.Value))],
                since, months, since?.AddMonths(lapse), since is not null && months >= warnings.Min()));
        }).Where(line => !line.IsClosed).Select(line => line.Post)];
    }

    private static async Task<IReadOnlyList<Waiting>> WaitingAsync(TrainingDbContext db, OrganisationId employer, CancellationToken ct) => await (
        from enrolment in db.Enrolments
        where enrolment.OrganisationId == employer && enrolment.Status == EnrolmentStatus.EmployerPending
        join person in db.People on enrolment.PersonId equals person.Id
        join session in db.Sessions on enrolment.SessionId equals session.Id
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        orderby session.FirstDay, person.LastName
        select new Waiting(person.FirstName + " " + person.LastName, version.Title, session.Code, session.FirstDay!.Value)).ToListAsync(ct);

    // Half-days of the past in which colleagues were seen, and which nobody has sealed yet: their hours are not settled.
    private static async Task<IReadOnlyList<Register>> RegistersAsync(TrainingDbContext db, OrganisationId employer, DateOnly today, CancellationToken ct) => await (
        from register in db.Registers
        where register.Status != RegisterStatus.Sealed && register.Date < today
            && db.Enrolments.Any(e => e.SessionId == register.SessionId && e.OrganisationId == employer && e.HoldsSeat)
        join session in db.Sessions on register.SessionId equals session.Id
        join version in db.CourseVersions on session.CourseVersionId equals version.Id
        orderby register.Date, session.Code, register.Part
        select new Register(session.Code, version.Title, register.Date, register.Part, register.Status)).ToListAsync(ct);

    private static async Task<IReadOnlyList<Charge>> ChargesAsync(TrainingDbContext db, OrganisationId employer, CancellationToken ct)
    {
        var lines = await (
            from charge in db.ChargeLines
            where charge.OrganisationId == employer
            join enrolment in db.Enrolments on charge.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            select new { enrolment.Id, Person = person.FirstName + " " + person.LastName, version.Title, session.Code, session.FirstDay, charge.AmountEur }).ToListAsync(ct);
        return [.. lines.GroupBy(line => line.Id)
            .Select(enrolment => (First: enrolment.First(), Amount: enrolment.Sum(line => line.AmountEur)))
            .Where(charge => charge.Amount != 0).OrderByDescending(charge => charge.First.FirstDay)
            .Select(charge => new Charge(charge.First.Person, charge.First.Title, charge.First.Code, charge.Amount))];
    }
}
