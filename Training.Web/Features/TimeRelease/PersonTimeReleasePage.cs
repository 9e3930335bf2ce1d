using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Web.Features.TimeRelease;

/// <summary>One person's time release, year by year, with every line of the ledger.</summary>
public sealed record PersonTimeReleasePage(string Name, IReadOnlyList<PersonTimeReleasePage.Account> Accounts, bool IsOutsideAnyScheme)
{
    public sealed record Account(LocalizedText Employer, TimeReleaseAccount Totals, IReadOnlyList<Line> Lines);

    /// <param name="AvailableMinutes">What was left once the line was written.</param>
    public sealed record Line(
        DateTimeOffset At, LedgerEntryKind Kind, int Minutes, string? SessionCode, DateOnly? Date, DayPart? Part, string By, int AvailableMinutes);

    public static async Task<PersonTimeReleasePage> FindAsync(
        TrainingDbContext db, TimeReleaseAccounts accounts, Reader reader, PersonId id, DateOnly today, CancellationToken ct)
    {
        // Teaching somebody does not open their balance.
        var person = await db.People.AsNoTracking().VisibleTo(reader with { AsTrainer = null }, db).Where(p => p.Id == id).OneAsync(ct);
        var employers = (await db.Organisations.AsNoTracking()
            .Where(o => db.Employments.Any(e => e.PersonId == id && e.OrganisationId == o.Id)
                && (reader.SeesEverything || reader.AsSelf == id || reader.Organisations.Contains(o.Id)))
            .ToListAsync(ct)).ToDictionary(o => o.Id);
        var employments = await db.Employments.AsNoTracking().Where(e => e.PersonId == id && (e.End == null || e.End >= today)).ToListAsync(ct);

        var stored = (await db.TimeReleaseAccounts.AsNoTracking().Include(a => a.Entries).Where(a => a.PersonId == id).ToListAsync(ct))
            .Where(a => employers.ContainsKey(a.OrganisationId)).ToList();
        foreach (var employment in employments.Where(e => employers.ContainsKey(e.OrganisationId)))
        {
            if (Schemes.Fitting(employment, employers[employment.OrganisationId]) is { } scheme
                && !stored.Exists(a => a.OrganisationId == employment.OrganisationId && a.Scheme == scheme && a.Year == today.Year))
                stored.Add(await accounts.FindOrOpenAsync(id, employment.OrganisationId, scheme, today, ct));
        }

        var references = await ReferencesAsync(db, stored, ct);
        return new PersonTimeReleasePage(
            person.FullName,
            [.. stored.OrderByDescending(a => a.Year).ThenBy(a => a.Scheme).Select(a => new Account(employers[a.OrganisationId].Name, a, LinesOf(a, references)))],
            stored.Count == 0);
    }

    private sealed record References(Dictionary<Guid, string> Sessions, Dictionary<Guid, (DateOnly Date, DayPart Part)> HalfDays);

    private static async Task<References> ReferencesAsync(TrainingDbContext db, IReadOnlyList<TimeReleaseAccount> accounts, CancellationToken ct)
    {
        var entries = accounts.SelectMany(a => a.Entries).ToList();
        var enrolments = entries.Where(e => e.EnrolmentId is not null).Select(e => e.EnrolmentId!.Value).Distinct().ToList();
        var registers = entries.Where(e => e.Cause == LedgerCause.HalfDay).Select(e => Domain.Attendance.HalfDayRegisterId.From(e.CauseId)).Distinct().ToList();

        var sessions = await (
            from enrolment in db.Enrolments
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where enrolments.Contains(enrolment.Id)
            select new { enrolment.Id, session.Code }).ToDictionaryAsync(row => row.Id.Value, row => row.Code, ct);
        var halfDays = await db.Registers.Where(r => registers.Contains(r.Id)).Select(r => new { r.Id, r.Date, r.Part })
            .ToDictionaryAsync(r => r.Id.Value, r => (r.Date, r.Part), ct);
        return new References(sessions, halfDays);
    }

    private static List<Line> LinesOf(TimeReleaseAccount account, References references)
    {
        var (lines, available) = (new List<Line>(), 0);
        foreach (var entry in account.Entries.OrderBy(e => e.RecordedAt).ThenBy(e => e.Id.Value))
        {
            available += (entry.From, entry.To) switch
            {
                (LedgerAccount.Scheme, _) or (LedgerAccount.Reserved, LedgerAccount.Granted) => entry.Minutes,
                (LedgerAccount.Granted, _) => -entry.Minutes,
                _ => 0,
            };
            var halfDay = references.HalfDays.TryGetValue(entry.CauseId, out var known) ? known : ((DateOnly, DayPart)?)null;
            lines.Add(new Line(
                entry.RecordedAt, entry.Kind, entry.Minutes, entry.EnrolmentId is { } enrolment ? references.Sessions.GetValueOrDefault(enrolment.Value) : null,
                halfDay?.Item1, halfDay?.Item2, entry.RecordedBy, available));
        }

        return lines;
    }
}
