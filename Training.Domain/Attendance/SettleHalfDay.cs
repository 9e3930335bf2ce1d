using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Attendance;

/// <summary>
/// Turns a sealed half-day into ledger lines: attended minutes are consumed, and unjustified ones where the scheme says so;
/// justified ones are released; what nobody has decided on stays reserved. Doing it again adds only what has changed since.
/// </summary>
public sealed class SettleHalfDay(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>Adds the lines to the context; the caller saves them with the change that made them due.</summary>
    public async Task AddLinesAsync(HalfDayRegister register, SessionAttendance attendance, CancellationToken ct)
    {
        var enrolments = await db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == register.SessionId && e.HoldsSeat && e.Scheme != null).ToListAsync(ct);
        var parameters = await db.ParameterBookAsync(ct);
        var settled = (await db.LedgerEntries.AsNoTracking().Where(e => e.CauseId == register.Id.Value).ToListAsync(ct)).ToLookup(e => e.EnrolmentId);
        var people = enrolments.Select(e => e.PersonId).ToList();
        var accounts = await db.TimeReleaseAccounts.Where(a => people.Contains(a.PersonId) && a.Year == register.Date.Year).ToListAsync(ct);
        var slots = attendance.SlotsOf(register.Date, register.Part);

        foreach (var enrolment in enrolments)
        {
            // Whoever was confirmed without a reservation, outside the scheme's year for instance, has nothing to settle.
            var account = accounts.Find(a =>
                a.PersonId == enrolment.PersonId && a.OrganisationId == enrolment.OrganisationId && a.Scheme == enrolment.Scheme);
            if (account is null)
                continue;

            var unjustifiedConsumes = enrolment.Scheme == Schemes.GecoLocal
                && parameters.Flag(ParameterKeys.GecoUnjustifiedConsumes, register.Date, enrolment.OrganisationId.Value);
            Settle(account, attendance.MinutesOf(enrolment.Id, slots), unjustifiedConsumes, [.. settled[enrolment.Id]], CauseOf(register, enrolment.Id));
        }
    }

    private static void Settle(
        TimeReleaseAccount account, AttendedMinutes minutes, bool unjustifiedConsumes, IReadOnlyList<LedgerEntry> before, LedgerCauseOf cause)
    {
        var consume = minutes.Attended + (unjustifiedConsumes ? minutes.Unjustified : 0);
        var release = minutes.Justified + (unjustifiedConsumes ? 0 : minutes.Unjustified);
        var consumeMore = consume - Net(before, LedgerAccount.Consumed);
        var releaseMore = release - Net(before, LedgerAccount.Granted);

        account.CorrectConsumed(Math.Max(0, -consumeMore), cause);
        account.CorrectReleased(Math.Max(0, -releaseMore), cause);
        account.Consume(Math.Max(0, consumeMore), cause);
        account.Release(Math.Max(0, releaseMore), cause);
    }

    private static int Net(IReadOnlyList<LedgerEntry> entries, LedgerAccount account) =>
        entries.Where(e => e.To == account).Sum(e => e.Minutes) - entries.Where(e => e.From == account).Sum(e => e.Minutes);

    private LedgerCauseOf CauseOf(HalfDayRegister register, EnrolmentId enrolment) =>
        new(LedgerCause.HalfDay, register.Id.Value, enrolment, current.Actor.Name, clock.Now);
}
