using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Sheets;

/// <summary>
/// A participant signs on a screen for a half-day, once it has begun and until it is sealed; nobody signs for another. Signing again changes nothing.
/// </summary>
public sealed class SignHalfDay(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Code">Of the sheet of the half-day.</param>
    /// <param name="Path">As <see cref="DrawnSignature"/> reads it.</param>
    public sealed record Request(string? Code, PersonId Person, string? Path);

    public async Task<Outcome<ScreenSignature>> HandleAsync(Request request, CancellationToken ct)
    {
        if (SheetPage.Read(request.Code) is not { } page)
            return new SheetCodeUnknown();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var seat = await (
            from half in db.Registers
            join enrolment in db.Enrolments on half.SessionId equals enrolment.SessionId
            where half.SheetCode == page.Code && enrolment.PersonId == request.Person && enrolment.HoldsSeat
            select new { Register = half.Id, Enrolment = (EnrolmentId?)enrolment.Id }).SingleOrDefaultAsync(ct);
        if (seat is null)
            return new SheetCodeUnknown();

        var register = await RegisterSlots.LockAsync(db, seat.Register, Reader.WholeSchool, ct);
        if (await db.ScreenSignatures.AsNoTracking().SingleOrDefaultAsync(s => s.RegisterId == register.Id && s.EnrolmentId == seat.Enrolment, ct) is { } given)
            return given;
        if (register.Status == RegisterStatus.Sealed)
            return new RegisterSealed(register.Date, register.Part);
        var begins = (await RegisterSlots.LoadAsync(db, register, ct))[0].Start;
        if (clock.Now < clock.MomentOf(register.Date, begins))
            return new SigningNotBegun(register.Date, begins);
        if (DrawnSignature.Read(request.Path) is not { } drawn)
            return new SignatureMissing();

        var signature = new ScreenSignature(register.Id, seat.Enrolment, drawn, current.Actor.Name, clock.Now);
        await Signatures.AddAsync(db, signature, ct);
        await transaction.CommitAsync(ct);
        return signature;
    }
}
