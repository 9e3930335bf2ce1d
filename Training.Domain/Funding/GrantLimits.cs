using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Funding;

internal static class GrantLimits
{
    /// <summary>Why a grant cannot pay so many minutes more in a slot, whatever was attended there; nothing when it can.</summary>
    public static async Task<Refusal?> WhyNotAsync(this TrainingDbContext db, Grant grant, TeachingSlot slot, int minutes, CancellationToken ct)
    {
        if (!grant.Covers(slot.Date))
            return new OutsideGrantPeriod(slot.Date);
        if (!await db.Registers.AnyAsync(r => r.SessionId == slot.SessionId && r.Date == slot.Date && r.Part == slot.Part && r.Status == RegisterStatus.Sealed, ct))
            return new HalfDayNotSealed(slot.Date);

        var left = grant.BudgetMinutes - await db.AllocationLines.Where(l => l.GrantId == grant.Id).SumAsync(l => l.Minutes, ct);
        return minutes > left ? new GrantBudgetSpent(Math.Max(0, left)) : null;
    }
}
