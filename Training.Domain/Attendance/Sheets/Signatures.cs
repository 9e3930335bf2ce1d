using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>What is known of signatures.</summary>
public static class Signatures
{
    /// <summary>Of each signature the finding that holds.</summary>
    public static IQueryable<SignatureCheck> HoldingSignatures(this TrainingDbContext db) => db.SignatureChecks.AsNoTracking().Where(check =>
        !db.SignatureChecks.Any(later => later.RegisterId == check.RegisterId && later.EnrolmentId == check.EnrolmentId && later.Sequence > check.Sequence));

    /// <summary>Whose presence in which slot is signed for, or proven otherwise, between two days.</summary>
    internal static async Task<IReadOnlySet<(EnrolmentId, TeachingSlotId)>> SignedBetweenAsync(TrainingDbContext db, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var signed = await (
            from check in db.HoldingSignatures()
            join register in db.Registers on check.RegisterId equals register.Id
            join slot in db.TeachingSlots on new { register.SessionId, register.Date } equals new { slot.SessionId, slot.Date }
            where check.EnrolmentId != null && check.Finding != SignatureFinding.Missing && slot.Date >= first && slot.Date <= last
            where register.Part == (slot.Start < DayParts.AfternoonFrom ? DayPart.Morning : DayPart.Afternoon)
            select new { check.EnrolmentId, slot.Id }).ToListAsync(ct);
        return signed.Select(one => (one.EnrolmentId!.Value, one.Id)).ToHashSet();
    }
}
