using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Seals;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Devices;

/// <summary>
/// The secretariat says whose enrolment somebody at the door was, and so marks that person present in the half-day, as a correction
/// where it is sealed; or that it was nobody's.
/// </summary>
public sealed class SettleUnlistedPerson(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, MarkAttendance mark, CorrectMarks correct)
{
    /// <param name="Enrolment">Somebody with a seat in that session, or nothing when it is nobody's enrolment.</param>
    /// <param name="Note">Why it is nobody's.</param>
    public sealed record Request(UnlistedPersonId Person, EnrolmentId? Enrolment, string? Note);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (NationalNumberDetector.IsIn(request.Note))
            return new NationalNumberInText();

        var person = await db.UnlistedPersons.Where(p => p.Id == request.Person).OneAsync(ct);
        var register = await db.Registers.AsNoTracking().Where(r => r.Id == person.RegisterId).OneAsync(ct);
        if (request.Enrolment is { } enrolment)
        {
            await db.Enrolments.AsNoTracking().Where(e => e.Id == enrolment && e.SessionId == register.SessionId && e.HoldsSeat).OneAsync(ct);
            var linked = person.LinkTo(enrolment, current.Actor.Name, clock.Now);
            if (linked.IsRefused)
                return linked;

            var counted = await CountAsync(person, register, enrolment, ct);
            if (counted is not null)
                return counted;
        }
        else
        {
            if (string.IsNullOrWhiteSpace(request.Note))
                return new ReasonMissing();
            var dismissed = person.Dismiss(request.Note.Trim(), current.Actor.Name, clock.Now);
            if (dismissed.IsRefused)
                return dismissed;
        }

        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }

    private async Task<Refusal?> CountAsync(UnlistedPerson person, HalfDayRegister register, EnrolmentId enrolment, CancellationToken ct)
    {
        if (register.Status == RegisterStatus.Sealed)
        {
            var corrected = await correct.HandleAsync(new(register.Id, enrolment, Presence.Throughout, person.Name), ct);
            return corrected.Refusal is NothingToCorrect ? null : corrected.Refusal;
        }

        if (register.Status == RegisterStatus.Closed)
            return new RegisterClosed(register.Date, register.Part);
        return (await mark.HandleAsync(new(register.Id, [new(enrolment, Presence.Throughout)], Reader.WholeSchool), ct)).Refusal;
    }
}
