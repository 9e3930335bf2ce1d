using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Reports.GecoStatements;

/// <summary>
/// Finds the monthly statement of an employer's GECO posts (R1a), as known when it is drawn up. What was recorded later on an earlier month is
/// in it as a late correction, by name.
/// </summary>
public sealed class PostMonthQuery(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Month">The first day of the month.</param>
    public sealed record Request(string Organisation, DateOnly Month, Reader Reader, string Author);

    public async Task<Statement<PostMonth>> HandleAsync(Request request, CancellationToken ct)
    {
        var employer = await EmployerOf.FindAsync(db, request.Organisation, request.Reader, ct);
        var (first, last) = (request.Month, request.Month.AddMonths(1).AddDays(-1));
        var workingDays = await db.WorkingDaysAsync(ct);
        var drawnUp = StatementCutOff.Of(first, workingDays, clock);
        var cutOff = clock.Now < drawnUp ? clock.Now : drawnUp;

        var occupancies = await OccupanciesAsync(employer.Id, ct);
        var agreed = await db.GecoPosts.AsNoTracking().Where(p => p.OrganisationId == employer.Id).ToDictionaryAsync(p => p.Reference, p => p.Facts, ct);
        var people = occupancies.Select(o => o.PersonId).Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var presence = await PresenceAsync(employer.Id, people, first, last, cutOff, ct);
        var used = await UsedAsync(employer.Id, cutOff, ct);
        var ledger = new Ledger(
            used.Where(line => line.Day >= first && line.Day <= last).GroupBy(line => line.Person)
                .ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Entry.On(LedgerAccount.Consumed))),
            await BalancesAsync(employer.Id, first.Year, cutOff, ct));

        var held = occupancies.ToLookup(o => o.PostReference!);
        var lines = held.Select(post => post.Key).Union(agreed.Keys).Order(StringComparer.Ordinal)
            .SelectMany(post => LinesOf(post, agreed.GetValueOrDefault(post), [.. held[post]], first, last, names, presence, ledger)).ToList();
        var drawnUpBefore = StatementCutOff.Of(first.AddMonths(-1), workingDays, clock);
        var corrections = await CorrectionsAsync(used.Where(line => line.Day < first && line.Entry.RecordedAt > drawnUpBefore), occupancies, names, ct);
        return new Statement<PostMonth>(
            "R1a", await EmployerOf.HeadingAsync(db, employer, last, ct), first, last, clock.AtOffice(cutOff), request.Author, lines, PostMonth.Columns, corrections);
    }

    private sealed record Ledger(Dictionary<PersonId, int> Used, Dictionary<PersonId, int> Balances);

    private Task<List<Employment>> OccupanciesAsync(OrganisationId employer, CancellationToken ct) => db.Employments.AsNoTracking()
        .Where(e => e.OrganisationId == employer && e.PostReference != null && e.FundingStatus != FundingStatus.NotGeco && e.StaffCategory != StaffCategory.Volunteer)
        .OrderBy(e => e.Start).ToListAsync(ct);

    private static IEnumerable<PostMonth> LinesOf(
        string post, GecoPostFacts? agreed, IReadOnlyList<Employment> history, DateOnly first, DateOnly last, Dictionary<PersonId, Person> names,
        Dictionary<PersonId, AttendedMinutes> presence, Ledger ledger)
    {
        // A post that nobody has held yet stands empty from the day on which it was opened.
        if ((history.Count > 0 ? history[0].Start : agreed?.OpenedOn) is not { } begun || begun > last)
            yield break;

        var holders = history.Where(e => e.Start <= last && (e.End is null || e.End >= first)).GroupBy(e => e.PersonId).ToList();
        if (holders.Count == 0 && agreed?.ClosedOn < first)
            yield break;

        var opened = begun > first ? begun : first;
        var empty = Enumerable.Range(0, last.DayNumber - opened.DayNumber + 1).Select(opened.AddDays)
            .Count(day => !(agreed?.ClosedOn < day) && !history.Any(e => e.CoversDay(day)));
        if (holders.Count == 0)
            yield return new PostMonth(agreed?.AgreementReference, post, agreed?.RequiredLevel ?? history[^1].RequiredLevel, null, null, null, null, 0, 0, 0, 0, 0, null, empty);
        foreach (var holder in holders)
        {
            var latest = holder.MaxBy(e => e.Start)!;
            var minutes = presence.GetValueOrDefault(holder.Key);
            yield return new PostMonth(
                agreed?.AgreementReference, post, agreed?.RequiredLevel ?? latest.RequiredLevel, holder.Key, names[holder.Key].FullName, names[holder.Key].LevelHeld, latest.FteFraction,
                minutes.Scheduled, minutes.Attended, minutes.Justified, minutes.Unjustified,
                ledger.Used.GetValueOrDefault(holder.Key), ledger.Balances.TryGetValue(holder.Key, out var balance) ? balance : null, empty);
        }
    }

    // Sealed half-days of the month, as they were known at the cut-off.
    private async Task<Dictionary<PersonId, AttendedMinutes>> PresenceAsync(
        OrganisationId employer, List<PersonId> people, DateOnly first, DateOnly last, DateTimeOffset cutOff, CancellationToken ct)
    {
        var marks = await (
            from mark in db.MarksHeldAt(cutOff).AsNoTracking()
            join slot in db.TeachingSlots on mark.SlotId equals slot.Id
            join enrolment in db.Enrolments on mark.EnrolmentId equals enrolment.Id
            where enrolment.OrganisationId == employer && people.Contains(enrolment.PersonId) && slot.Date >= first && slot.Date <= last
            select new { Mark = mark, Slot = slot, enrolment.PersonId }).ToListAsync(ct);
        var sealedHalves = (await db.Registers.AsNoTracking()
            .Where(r => r.Date >= first && r.Date <= last && r.SealedAt != null && r.SealedAt <= cutOff)
            .Select(r => new { r.SessionId, r.Date, r.Part }).ToListAsync(ct)).Select(r => (r.SessionId, r.Date, r.Part)).ToHashSet();
        var enrolments = marks.Select(m => m.Mark.EnrolmentId).Distinct().ToList();
        var rulings = (await db.AbsenceRulings.AsNoTracking()
            .Where(r => enrolments.Contains(r.EnrolmentId) && r.Date >= first && r.Date <= last && r.RecordedAt <= cutOff).ToListAsync(ct))
            .ToLookup(r => (r.EnrolmentId, r.Date));

        return marks.Where(m => sealedHalves.Contains((m.Slot.SessionId, m.Slot.Date, m.Slot.Part)))
            .GroupBy(m => m.PersonId)
            .ToDictionary(person => person.Key, person => person
                .Select(m => AttendedMinutes.Of(m.Slot.Minutes, m.Mark.Gaps, rulings[(m.Mark.EnrolmentId, m.Slot.Date)]))
                .Aggregate(default(AttendedMinutes), (sum, minutes) => sum + minutes));
    }

    private async Task<Dictionary<PersonId, int>> BalancesAsync(OrganisationId employer, int year, DateTimeOffset cutOff, CancellationToken ct) => await (
        from entry in db.LedgerEntries
        join account in db.TimeReleaseAccounts on entry.AccountId equals account.Id
        where account.OrganisationId == employer && account.Scheme == Schemes.GecoLocal && account.Year == year && account.IsCapped && entry.RecordedAt <= cutOff
        group entry by account.PersonId into lines
        select new { Person = lines.Key, Minutes = lines.Sum(e => e.To == LedgerAccount.Granted ? e.Minutes : e.From == LedgerAccount.Granted ? -e.Minutes : 0) })
        .ToDictionaryAsync(row => row.Person, row => row.Minutes, ct);

    private sealed record UsedLine(LedgerEntry Entry, PersonId Person, SessionId Session, DateOnly Day);

    // What half-days took of the employers' time release, or gave back, each with the day of teaching.
    private async Task<IReadOnlyList<UsedLine>> UsedAsync(OrganisationId employer, DateTimeOffset cutOff, CancellationToken ct)
    {
        var entries = await (
            from entry in db.LedgerEntries.AsNoTracking()
            join account in db.TimeReleaseAccounts on entry.AccountId equals account.Id
            where account.OrganisationId == employer && account.Scheme == Schemes.GecoLocal && entry.Cause == LedgerCause.HalfDay && entry.RecordedAt <= cutOff
                && (entry.From == LedgerAccount.Consumed || entry.To == LedgerAccount.Consumed)
            select new { Entry = entry, account.PersonId }).ToListAsync(ct);
        var ids = entries.Select(line => HalfDayRegisterId.From(line.Entry.CauseId)).Distinct().ToList();
        var registers = await db.Registers.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.SessionId, r.Date }).ToDictionaryAsync(r => r.Id.Value, ct);
        return [.. entries.Select(line => new UsedLine(line.Entry, line.PersonId, registers[line.Entry.CauseId].SessionId, registers[line.Entry.CauseId].Date))];
    }

    private async Task<IReadOnlyList<LateCorrection>> CorrectionsAsync(
        IEnumerable<UsedLine> late, IReadOnlyList<Employment> occupancies, Dictionary<PersonId, Person> names, CancellationToken ct)
    {
        var groups = late.GroupBy(line => (line.Person, line.Session, line.Day, On: clock.DateOn(line.Entry.RecordedAt), line.Entry.RecordedBy))
            .Select(group => (group.Key, Change: group.Sum(line => line.Entry.On(LedgerAccount.Consumed))))
            .Where(group => group.Change != 0 && names.ContainsKey(group.Key.Person)).ToList();
        var sessions = groups.Select(group => group.Key.Session).Distinct().ToList();
        var courses = await (
            from session in db.Sessions
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where sessions.Contains(session.Id)
            select new { session.Id, session.Code, version.Title }).ToDictionaryAsync(row => row.Id, ct);

        return [.. groups.OrderBy(group => group.Key.Day).ThenBy(group => names[group.Key.Person].FullName, StringComparer.InvariantCultureIgnoreCase)
            .Select(group => new LateCorrection(
                names[group.Key.Person].FullName,
                occupancies.LastOrDefault(e => e.PersonId == group.Key.Person && e.CoversDay(group.Key.Day))?.PostReference ?? "",
                courses[group.Key.Session].Code, courses[group.Key.Session].Title, group.Key.Day, group.Change, group.Key.On, group.Key.RecordedBy))];
    }
}
