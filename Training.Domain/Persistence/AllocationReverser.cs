using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Training.Domain.Attendance;
using Training.Domain.Funding;
using Training.Domain.Time;

namespace Training.Domain.Persistence;

/// <summary>
/// Where a mark about to be saved says that less was attended than grants pay, adds the lines that take the difference back, in the same
/// transaction and whatever wrote the mark. EF writes them before the marks, in the order of the tables' names; the database refuses the
/// marks if it did not.
/// </summary>
public sealed class AllocationReverser(ICurrentActor current, OfficeClock clock) : SaveChangesInterceptor
{
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (TrainingDbContext)eventData.Context!;
        var marks = db.ChangeTracker.Entries<AttendanceMark>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.SupersededAt is null).Select(entry => entry.Entity).ToList();
        foreach (var ofSlots in marks.GroupBy(mark => mark.SlotId).Chunk(100))
        {
            var some = ofSlots.SelectMany(group => group).ToList();
            var shares = await GrantShares.AtAsync(
                db, [.. some.Select(mark => mark.EnrolmentId).Distinct()], [.. some.Select(mark => mark.SlotId).Distinct()], cancellationToken);
            foreach (var mark in some)
                TakeBackFor(db, mark, shares);
        }

        return result;
    }

    private void TakeBackFor(TrainingDbContext db, AttendanceMark mark, GrantShares shares)
    {
        foreach (var basis in Enum.GetValues<CostBasis>())
        {
            var place = new AllocationPlace(mark.EnrolmentId, mark.SlotId, basis);
            var paid = shares.At(place).ToList();
            var excess = paid.Sum(share => share.Total) - mark.AttendedMinutes;
            db.AddRange(TakeBack.Of(paid, excess).Select(taken =>
                AllocationLine.TakeBack(taken.Grant, place, taken.Minutes, taken.Claim, mark.Reason, current.Actor.Name, clock.Now)));
        }
    }
}
