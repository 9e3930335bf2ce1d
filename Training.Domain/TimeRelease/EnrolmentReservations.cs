using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>
/// The only place where an enrolment touches the ledger: minutes are set aside when it gets its seat, given back when it leaves, and
/// move to a colleague who takes over. Lines are added to the context; the caller saves them with the change that made them due.
/// </summary>
public sealed class EnrolmentReservations(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts)
{
    /// <summary>
    /// Sets aside what the session takes of the scheme that the enrolment is under, each of the scheme's years from its own account, or
    /// says how much is missing. An enrolment outside any scheme takes nothing.
    /// </summary>
    /// <param name="slots">Every slot of the session.</param>
    public async Task<Outcome<Done>> ReserveAsync(Enrolment enrolment, IEnumerable<TeachingSlot> slots, CancellationToken ct)
    {
        if (enrolment.Scheme is null)
            return new Done();

        var parameters = await db.ParameterBookAsync(ct);
        foreach (var year in slots.GroupBy(slot => TimeReleaseYear.Of(enrolment.Scheme, slot.Date, parameters).Number).OrderBy(year => year.Key))
        {
            var account = await accounts.OpenAsync(
                enrolment.PersonId, enrolment.OrganisationId, enrolment.Scheme, year.Min(slot => slot.Date), ct);
            var reserved = account.Reserve(year.Sum(slot => slot.Minutes), CauseOf(enrolment.Id));
            if (reserved.IsRefused)
                return reserved;
        }

        return new Done();
    }

    /// <summary>Gives back everything that is still set aside for the enrolment. Minutes already settled stay settled.</summary>
    public async Task ReleaseAsync(EnrolmentId enrolment, CancellationToken ct)
    {
        var open = (await db.LedgerEntries.AsNoTracking().Where(entry => entry.EnrolmentId == enrolment).ToListAsync(ct))
            .GroupBy(entry => entry.AccountId)
            .Select(account => (Account: account.Key, Minutes: account.Sum(entry => entry.On(LedgerAccount.Reserved))))
            .Where(account => account.Minutes > 0)
            .ToList();

        foreach (var (id, minutes) in open)
        {
            var account = await db.TimeReleaseAccounts.Where(a => a.Id == id).OneAsync(ct);
            account.Release(minutes, CauseOf(enrolment));
        }
    }

    private LedgerCauseOf CauseOf(EnrolmentId enrolment) => new(LedgerCause.Enrolment, enrolment.Value, enrolment, current.Actor.Name, clock.Now);
}
