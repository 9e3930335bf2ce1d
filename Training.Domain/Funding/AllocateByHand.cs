using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Funding;

/// <summary>A manager says, with a reason, that a grant pays some minutes of one person in one slot, or pays them no longer.</summary>
public sealed class AllocateByHand(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Minutes">Below nothing to take back.</param>
    public sealed record Request(GrantId Grant, EnrolmentId Enrolment, TeachingSlotId Slot, int Minutes, string Reason);

    public enum Result
    {
        Allocated,
        TakenBack,

        /// <summary>Another source pays the same wage: a manager decides.</summary>
        UnderReview,
    }

    public async Task<Outcome<Result>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        var grant = await db.Grants.AsNoTracking().Where(g => g.Id == request.Grant).OneAsync(ct);
        var slot = await db.TeachingSlots.AsNoTracking().Where(s => s.Id == request.Slot).OneAsync(ct);
        await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment && e.SessionId == slot.SessionId).OneAsync(ct);
        var place = new AllocationPlace(request.Enrolment, request.Slot, grant.Basis);

        return request.Minutes switch
        {
            > 0 => await AllocateAsync(request, grant, slot, place, ct),
            < 0 => await TakeBackAsync(request, grant, place, ct),
            _ => new MoreThanAllocated(0),
        };
    }

    private async Task<Outcome<Result>> AllocateAsync(Request request, Grant grant, TeachingSlot slot, AllocationPlace place, CancellationToken ct)
    {
        if (await db.WhyNotAsync(grant, slot, request.Minutes, ct) is { } refusal)
            return refusal;

        if (grant.Basis == CostBasis.Wage && await OthersPayWageAsync(grant, place, ct))
        {
            var attended = await AttendedAsync(place, ct);
            if (request.Minutes > attended)
                return new MoreThanAttended(attended, 0);

            db.Add(new AllocationReview(grant.Id, place, request.Minutes, request.Reason, current.Actor.Name, clock.Now));
            await db.SaveChangesAsync(ct);
            return Result.UnderReview;
        }

        // The database has the last word: whoever asks for the same minutes at the same instant, it lets no more through than were attended.
        db.Add(AllocationLine.Allocate(grant.Id, place, request.Minutes, request.Reason, current.Actor.Name, clock.Now));
        return await db.TrySaveAllocationAsync(ct) ? Result.Allocated : new MoreThanAttended(await AttendedAsync(place, ct), await AllocatedAsync(place, ct));
    }

    private async Task<Outcome<Result>> TakeBackAsync(Request request, Grant grant, AllocationPlace place, CancellationToken ct)
    {
        var shares = await GrantShares.AtAsync(db, [place.Enrolment], [place.Slot], ct);
        var own = shares.At(place).SingleOrDefault(share => share.Grant == grant.Id);
        if (own is null || own.Total < -request.Minutes)
            return new MoreThanAllocated(own?.Total ?? 0);

        db.AddRange(TakeBack.Of([own], -request.Minutes).Select(taken =>
            AllocationLine.TakeBack(taken.Grant, place, taken.Minutes, taken.Claim, request.Reason, current.Actor.Name, clock.Now)));
        return await db.TrySaveAllocationAsync(ct) ? Result.TakenBack : new ChangedMeanwhile();
    }

    private Task<bool> OthersPayWageAsync(Grant grant, AllocationPlace place, CancellationToken ct) =>
        db.AllocationLines.Where(l => l.EnrolmentId == place.Enrolment && l.SlotId == place.Slot && l.Basis == CostBasis.Wage && l.GrantId != grant.Id)
            .GroupBy(l => l.GrantId).AnyAsync(group => group.Sum(l => l.Minutes) > 0, ct);

    private Task<int> AttendedAsync(AllocationPlace place, CancellationToken ct) =>
        db.AttendanceMarks.Where(m => m.EnrolmentId == place.Enrolment && m.SlotId == place.Slot && m.SupersededAt == null).SumAsync(m => m.AttendedMinutes, ct);

    private Task<int> AllocatedAsync(AllocationPlace place, CancellationToken ct) =>
        db.AllocationLines.Where(l => l.EnrolmentId == place.Enrolment && l.SlotId == place.Slot && l.Basis == place.Basis).SumAsync(l => l.Minutes, ct);
}
