using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.TimeRelease;

/// <summary>
/// After the last day for using it, lets expire what is left of the minutes carried in from the year before. They count as used first.
/// What is set aside for a later day is a promise and stays. Doing it again changes nothing.
/// </summary>
public sealed class ExpireCarriedMinutes(TrainingDbContext db, OfficeClock clock, ICurrentActor current, RecordByRecord each)
{
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var parameters = await db.ParameterBookAsync(ct);
        var carried = await db.LedgerEntries.AsNoTracking().Where(e => e.Kind == LedgerEntryKind.CarryIn).Select(e => e.AccountId).Distinct()
            .Where(id => db.TimeReleaseAccounts.Any(a => a.Id == id && !a.IsClosed)).ToListAsync(ct);
        return await each.SumAsync(carried, id => $"account {id.Value}", id => ExpireAsync(id, parameters, ct));
    }

    private async Task<int> ExpireAsync(TimeReleaseAccountId id, ParameterBook parameters, CancellationToken ct)
    {
        var account = await db.TimeReleaseAccounts.Where(a => a.Id == id).OneAsync(ct);
        var year = TimeReleaseYear.Of(account.Scheme, new DateOnly(account.Year, 12, 31), parameters);
        var before = TimeReleaseYear.Of(account.Scheme, year.First.AddDays(-1), parameters);
        var rule = SchemeRules.CarryOverOf(account.Scheme, before, account.OrganisationId, parameters);
        if (rule.LastDay is not { } lastDay || clock.Today <= lastDay)
            return 0;

        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.AccountId == id).ToListAsync(ct);
        var carriedIn = entries.Where(e => e.Kind == LedgerEntryKind.CarryIn).Sum(e => e.Minutes);
        var expiredAlready = entries.Where(e => e.Cause == LedgerCause.CarryOverEnded).Sum(e => e.On(LedgerAccount.Expired));
        var used = await UsedUpToAsync(account, entries, lastDay, ct);
        var due = Math.Clamp(carriedIn - used - expiredAlready, 0, Math.Max(0, account.AvailableMinutes));

        account.Expire(due, new LedgerCauseOf(LedgerCause.CarryOverEnded, id.Value, null, current.Actor.Name, clock.Now, Rows: rule.Rows));
        return due > 0 && await db.TrySaveAsync(ct) ? due : 0;
    }

    // Minutes taught up to the last day: settled, or still set aside for half-days that nobody has sealed yet.
    private async Task<int> UsedUpToAsync(TimeReleaseAccount account, IReadOnlyList<LedgerEntry> entries, DateOnly lastDay, CancellationToken ct)
    {
        var registers = entries.Where(e => e.Cause == LedgerCause.HalfDay).Select(e => HalfDayRegisterId.From(e.CauseId)).Distinct().ToList();
        var inTime = (await db.Registers.Where(r => registers.Contains(r.Id) && r.Date <= lastDay).Select(r => r.Id).ToListAsync(ct)).Select(id => id.Value).ToHashSet();
        var settled = entries.Where(e => inTime.Contains(e.CauseId)).ToList();
        var consumed = settled.Sum(e => e.On(LedgerAccount.Consumed));

        var waiting = 0;
        foreach (var enrolment in entries.Where(e => e.EnrolmentId is not null).GroupBy(e => e.EnrolmentId!.Value))
        {
            var reserved = enrolment.Sum(e => e.On(LedgerAccount.Reserved));
            var taught = await db.TeachingSlots
                .Where(slot => slot.Date <= lastDay && db.Enrolments.Any(e => e.Id == enrolment.Key && e.SessionId == slot.SessionId)).SumAsync(slot => slot.Minutes, ct);
            var settledHere = settled.Where(e => e.EnrolmentId == enrolment.Key).Sum(e => -e.On(LedgerAccount.Reserved));
            waiting += Math.Clamp(taught - settledHere, 0, Math.Max(0, reserved));
        }

        return consumed + waiting + account.ElsewhereMinutes;
    }
}
