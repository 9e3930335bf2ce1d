using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>The trainer signs on a screen under a half-day that is closed: those who signed on theirs were there. Signing again changes nothing.</summary>
public sealed class CountersignHalfDay(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(HalfDayRegisterId Register, string? Path, Reader Reader);

    public async Task<Outcome<ScreenSignature>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await RegisterSlots.LockAsync(db, request.Register, request.Reader, ct);
        if (await db.ScreenSignatures.AsNoTracking().SingleOrDefaultAsync(s => s.RegisterId == register.Id && s.EnrolmentId == null, ct) is { } given)
            return given;
        if (register.Status == RegisterStatus.Open)
            return new RegisterStillOpen(register.Date, register.Part);
        if (DrawnSignature.Read(request.Path) is not { } drawn)
            return new SignatureMissing();

        var signature = new ScreenSignature(register.Id, enrolment: null, drawn, current.Actor.Name, clock.Now);
        await Signatures.AddAsync(db, signature, ct);
        await transaction.CommitAsync(ct);
        return signature;
    }
}
