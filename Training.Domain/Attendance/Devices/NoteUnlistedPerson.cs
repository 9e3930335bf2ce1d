using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Devices;

/// <summary>The trainer writes down who is at the door and not on the list. Noting the same again adds nobody.</summary>
public sealed class NoteUnlistedPerson(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="Key">Chosen by the device that sends it, perhaps several times.</param>
    public sealed record Request(HalfDayRegisterId Register, Guid Key, string Name, DateTimeOffset DeviceTime, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await RegisterSlots.LockAsync(db, request.Register, request.Reader, ct);
        if (register.Status == RegisterStatus.Sealed)
            return new RegisterSealed(register.Date, register.Part);

        var name = request.Name.Trim();
        if (name.Length is 0 or > UnlistedPerson.NameMaxLength)
            return new NameUnreadable(UnlistedPerson.NameMaxLength);
        if (NationalNumberDetector.IsIn(name))
            return new NationalNumberInText();

        var id = new UnlistedPersonId(request.Key);
        if (!await db.UnlistedPersons.AnyAsync(p => p.Id == id, ct))
        {
            db.Add(new UnlistedPerson(id, register.Id, name, request.DeviceTime, current.Actor.Name, clock.Now));
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return new Done();
    }
}
