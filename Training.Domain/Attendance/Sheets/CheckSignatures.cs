using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>The secretariat says who signed the sheet of a half-day that is closed. Only what is new is added.</summary>
public sealed class CheckSignatures(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(HalfDayRegisterId Register, IReadOnlyList<Line> Lines);

    /// <param name="Enrolment">Nothing for the trainer.</param>
    /// <param name="Reason">What proves it, where the sheet does not.</param>
    public sealed record Line(EnrolmentId? Enrolment, SignatureFinding Finding, string? Reason = null);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Lines.Any(line => line.Finding == SignatureFinding.ProvenOtherwise && string.IsNullOrWhiteSpace(line.Reason)))
            return new SignatureProofMissing();
        if (request.Lines.Any(line => NationalNumberDetector.IsIn(line.Reason)))
            return new NationalNumberInText();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await RegisterSlots.LockAsync(db, request.Register, Reader.WholeSchool, ct);
        if (register.Status == RegisterStatus.Open)
            return new RegisterStillOpen(register.Date, register.Part);

        var seated = (await db.Enrolments.Where(e => e.SessionId == register.SessionId && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct)).ToHashSet();
        if (request.Lines.Any(line => line.Enrolment is { } enrolment && !seated.Contains(enrolment)))
            throw new NotFoundException(nameof(Enrolment));

        var holding = (await db.SignatureChecks.AsNoTracking().Where(c => c.RegisterId == register.Id).ToListAsync(ct))
            .GroupBy(check => check.EnrolmentId.GetValueOrDefault()).ToDictionary(checks => checks.Key, checks => checks.MaxBy(check => check.Sequence)!);
        foreach (var line in request.Lines)
        {
            var reason = line.Finding == SignatureFinding.ProvenOtherwise ? line.Reason!.Trim() : null;
            var before = holding.GetValueOrDefault(line.Enrolment.GetValueOrDefault());
            if (before is null || (before.Finding, before.Reason) != (line.Finding, reason))
                db.Add(new SignatureCheck(register.Id, line.Enrolment, (before?.Sequence ?? 0) + 1, line.Finding, reason, current.Actor.Name, clock.Now));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
