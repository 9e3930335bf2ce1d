using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance;

internal static class RegisterSlots
{
    /// <summary>The teaching slots that one register covers, in order. A register always covers at least one.</summary>
    public static async Task<IReadOnlyList<TeachingSlot>> LoadAsync(TrainingDbContext db, HalfDayRegister register, CancellationToken ct)
    {
        var slots = await db.TeachingSlots.AsNoTracking()
            .Where(slot => slot.SessionId == register.SessionId && slot.Date == register.Date).OrderBy(slot => slot.Start).ToListAsync(ct);
        return [.. slots.Where(slot => slot.Part == register.Part)];
    }
}
