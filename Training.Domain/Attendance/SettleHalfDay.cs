using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Attendance;

/// <summary>
/// Turns a sealed half-day into ledger lines: attended minutes are consumed, and unjustified ones where the scheme says so;
/// justified ones are released; what nobody has decided on stays reserved. Doing it again adds only what has changed since.
/// </summary>
public sealed class SettleHalfDay(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>Adds the lines to the context; the caller saves them with the change that made them due. A closed year refuses them.</summary>
    public async Task<Outcome<Done>> AddLinesAsync(HalfDayRegister register, SessionAttendance attendance, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        foreach (var held in (await HeldAsync(register.SessionId, ct)).Where(held => held.IsOfYear(register.Date, parameters)))
        {
            var due = DueOf(held.Enrolment, register, attendance, parameters);
            var cause = new LedgerCauseOf(LedgerCause.HalfDay, register.Id.Value, held.Enrolment.Id, current.Actor.Name, clock.Now);
            if (!due.Settle(held.Account, held.Lines, cause))
                return new YearIsClosed(held.Account.Year);
        }

        return new Done();
    }

    /// <summary>Those of a session's half-days for which a line is missing, found by one look at its ledger.</summary>
    public async Task<IReadOnlyList<HalfDayRegister>> UnsettledAsync(
        SessionId session, IEnumerable<HalfDayRegister> registers, SessionAttendance attendance, CancellationToken ct)
    {
        var (parameters, all) = (await db.ParameterBookAsync(ct), await HeldAsync(session, ct));
        return [.. registers.Where(register => all.Any(held =>
            held.IsOfYear(register.Date, parameters) && !DueOf(held.Enrolment, register, attendance, parameters).IsSettledIn(held.Lines, register.Id.Value)))];
    }

    /// <summary>
    /// Once every half-day of a session is settled: gives back what is still set aside, for classes that were not held, but for minutes that
    /// await a ruling. So every reservation ends.
    /// </summary>
    public async Task ReleaseRestAsync(SessionId session, SessionAttendance attendance, CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        foreach (var held in await HeldAsync(session, ct))
        {
            var (enrolment, account) = (held.Enrolment, held.Account);
            var slots = attendance.Slots.Where(slot => held.IsOfYear(slot.Date, parameters));
            var rest = held.Lines.Sum(e => e.On(LedgerAccount.Reserved)) - attendance.MinutesOf(enrolment.Id, slots).Pending;
            if (rest > 0 && !account.IsClosed)
                account.Release(rest, new LedgerCauseOf(LedgerCause.Enrolment, enrolment.Id.Value, enrolment.Id, current.Actor.Name, clock.Now));
        }
    }

    private sealed record Held(Enrolment Enrolment, TimeReleaseAccount Account, IReadOnlyList<LedgerEntry> Lines)
    {
        /// <summary>Whether the account is that of the year in which a day falls.</summary>
        public bool IsOfYear(DateOnly day, ParameterBook parameters) => TimeReleaseYear.Of(Account.Scheme, day, parameters).Is(Account);
    }

    // The accounts of the scheme and employer that pay for each enrolment, with its lines in them, saved or not. Who asked again under
    // another scheme has lines in an older account, which end in nothing.
    private async Task<IReadOnlyList<Held>> HeldAsync(SessionId session, CancellationToken ct)
    {
        var enrolments = await db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == session && e.HoldsSeat && e.Scheme != null).ToDictionaryAsync(e => e.Id, ct);
        var seats = db.Enrolments.Where(e => e.SessionId == session && e.HoldsSeat && e.Scheme != null).Select(e => (EnrolmentId?)e.Id);
        var stored = await db.LedgerEntries.AsNoTracking().Where(e => seats.Contains(e.EnrolmentId)).ToListAsync(ct);
        var accountIds = db.LedgerEntries.Where(e => seats.Contains(e.EnrolmentId)).Select(e => e.AccountId);
        var accounts = await db.TimeReleaseAccounts.Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var added = db.ChangeTracker.Entries<LedgerEntry>().Where(entry => entry.State == EntityState.Added).Select(entry => entry.Entity);

        return [.. stored.Concat(added)
            .Where(line => line.EnrolmentId is { } id && enrolments.ContainsKey(id))
            .GroupBy(line => (Enrolment: line.EnrolmentId!.Value, line.AccountId))
            .Select(lines => new Held(enrolments[lines.Key.Enrolment], accounts[lines.Key.AccountId], [.. lines]))
            .Where(held => held.Account.Scheme == held.Enrolment.Scheme && held.Account.OrganisationId == held.Enrolment.OrganisationId)];
    }

    private static HalfDayDue DueOf(Enrolment enrolment, HalfDayRegister register, SessionAttendance attendance, ParameterBook parameters)
    {
        var minutes = attendance.MinutesOf(enrolment.Id, attendance.SlotsOf(register.Date, register.Part));
        return SchemeRules.UnjustifiedConsumes(enrolment.Scheme!, register.Date, enrolment.OrganisationId, parameters)
            ? new HalfDayDue(minutes.Attended + minutes.Unjustified, minutes.Justified)
            : new HalfDayDue(minutes.Attended, minutes.Justified + minutes.Unjustified);
    }
}
