using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
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

    /// <summary>What stands for a signature where a funder asks for one of a kind.</summary>
    public static IReadOnlyList<SignatureFinding> AcceptedAs(SignatureKind kind) => kind switch
    {
        SignatureKind.SimpleElectronic => [SignatureFinding.OnSheet, SignatureFinding.OnScreen, SignatureFinding.ProvenOtherwise],
        SignatureKind.QualifiedElectronic => [SignatureFinding.ProvenOtherwise],
        _ => [SignatureFinding.OnSheet, SignatureFinding.ProvenOtherwise],
    };

    /// <summary>The kinds of which a drawing on a screen is none.</summary>
    internal static readonly IReadOnlyList<SignatureKind> MoreThanScreen =
        [.. Enum.GetValues<SignatureKind>().Where(kind => kind != SignatureKind.NotAsked && !AcceptedAs(kind).Contains(SignatureFinding.OnScreen))];

    /// <summary>Saves what was drawn, and that it was found.</summary>
    internal static async Task AddAsync(TrainingDbContext db, ScreenSignature signature, CancellationToken ct)
    {
        var before = await db.SignatureChecks.CountAsync(check => check.RegisterId == signature.RegisterId && check.EnrolmentId == signature.EnrolmentId, ct);
        db.Add(signature);
        db.Add(new SignatureCheck(signature.RegisterId, signature.EnrolmentId, before + 1, SignatureFinding.OnScreen, reason: null, signature.RecordedBy, signature.RecordedAt));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Whose presence in which slot is signed for, or proven otherwise, between two days. What is on a screen alone needs the trainer's signature too.</summary>
    internal static async Task<IReadOnlySet<(EnrolmentId, TeachingSlotId)>> SignedBetweenAsync(TrainingDbContext db, SignatureKind kind, DateOnly first, DateOnly last, CancellationToken ct)
    {
        var accepted = AcceptedAs(kind);
        var signed = await (
            from check in db.HoldingSignatures()
            join register in db.Registers on check.RegisterId equals register.Id
            join slot in db.TeachingSlots on new { register.SessionId, register.Date } equals new { slot.SessionId, slot.Date }
            where check.EnrolmentId != null && accepted.Contains(check.Finding) && slot.Date >= first && slot.Date <= last
            where check.Finding != SignatureFinding.OnScreen || db.HoldingSignatures().Any(c => c.RegisterId == register.Id && c.EnrolmentId == null && c.Finding != SignatureFinding.Missing)
            where register.Part == (slot.Start < DayParts.AfternoonFrom ? DayPart.Morning : DayPart.Afternoon)
            select new { check.EnrolmentId, slot.Id }).ToListAsync(ct);
        return signed.Select(one => (one.EnrolmentId!.Value, one.Id)).ToHashSet();
    }
}
