using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance.Seals;

/// <summary>
/// Puts right what a sealed half-day says of one person, with a reason. The sealed marks stay; the correction is a further link in the chain
/// of seals, and the half-day and the session are settled again.
/// </summary>
public sealed class CorrectMarks(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SealChain chain, SettleHalfDay settle, ConcludeSession conclude)
{
    public sealed record Request(HalfDayRegisterId Register, EnrolmentId Enrolment, Presence Presence, string Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var register = await RegisterSlots.LockAsync(db, request.Register, Reader.WholeSchool, ct);
        if (register.Status != RegisterStatus.Sealed)
            return new RegisterNotSealed(register.Date, register.Part);
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();
        if (NationalNumberDetector.IsIn(request.Reason))
            return new NationalNumberInText();
        if (request.Presence is { Arrived: { } arrived, Left: { } left } && arrived >= left)
            return new TimesOutOfOrder(arrived, left);

        await RegisterSlots.LockAllAsync(db, register.SessionId, ct);
        await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment && e.SessionId == register.SessionId && e.HoldsSeat).OneAsync(ct);
        var corrections = await CorrectionsAsync(request, register, ct);
        if (corrections.Count == 0)
            return new NothingToCorrect();

        var slots = corrections.ConvertAll(mark => mark.SlotId);
        await db.AttendanceMarks.Where(m => m.EnrolmentId == request.Enrolment && slots.Contains(m.SlotId) && m.SupersededAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SupersededAt, clock.Now), ct);
        db.AddRange(corrections);
        await chain.AppendAsync(register, SealCause.Corrected, corrections.Select(SealedFacts.Of), ct);
        await db.SaveChangesAsync(ct);

        var afterwards = await SessionAttendance.LoadAsync(db, register.SessionId, ct);
        if ((await settle.AddLinesAsync(register, afterwards, ct)).Refusal is { } refusal)
            return refusal;
        if (!await db.Registers.AnyAsync(r => r.SessionId == register.SessionId && r.Status != RegisterStatus.Sealed, ct))
            await conclude.ApplyAsync(register.SessionId, afterwards, ct);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }

    private async Task<List<AttendanceMark>> CorrectionsAsync(Request request, HalfDayRegister register, CancellationToken ct)
    {
        var attendance = await SessionAttendance.LoadAsync(db, register.SessionId, ct);
        var grace = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.GraceMinutes, register.Date);
        return [.. attendance.SlotsOf(register.Date, register.Part)
            .Select(slot => new AttendanceMark(request.Enrolment, slot, request.Presence.MissedIn(slot, grace), current.Actor.Name, clock.Now, request.Reason.Trim()))
            .Where(mark => attendance.MarkOf(request.Enrolment, mark.SlotId)?.Gaps.SequenceEqual(mark.Gaps) != true)];
    }
}
