using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Seals;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>
/// The secretariat decides on a stretch that somebody missed, or on everything of that day that is still pending. Where the
/// half-day is already sealed it is settled again, and a concluded session is concluded anew.
/// </summary>
public sealed class RuleAbsence(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SealChain chain, SettleHalfDay settle, ConcludeSession conclude)
{
    /// <param name="Hours">The stretch decided on, or nothing for all that is still pending that day.</param>
    public sealed record Request(
        EnrolmentId Enrolment, DateOnly Date, TimeInterval? Hours, AbsenceKind Kind, JustificationCategory? Category, string? Note);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request is { Kind: AbsenceKind.Justified, Category: null })
            return new ReasonMissing();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var enrolment = await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        await RegisterSlots.LockAllAsync(db, enrolment.SessionId, ct);
        var attendance = await SessionAttendance.LoadAsync(db, enrolment.SessionId, ct);
        var slots = attendance.Slots.Where(slot => slot.Date == request.Date).ToList();
        var pieces = Decided(attendance.MissedBy(enrolment.Id, slots), request.Hours);
        if (pieces.Count == 0)
            return new NothingMissedThen(request.Hours?.Start ?? TimeOnly.MinValue, request.Hours?.End ?? TimeOnly.MaxValue);

        var rulings = pieces.ConvertAll(hours =>
            new AbsenceRuling(enrolment.Id, request.Date, hours, request.Kind, request.Category, current.Actor.Name, clock.Now, request.Note));
        db.AddRange(rulings);
        await db.SaveChangesAsync(ct);

        var afterwards = await SessionAttendance.LoadAsync(db, enrolment.SessionId, ct);
        var registers = await db.Registers.Where(r => r.SessionId == enrolment.SessionId).ToListAsync(ct);
        foreach (var register in registers.Where(r => r.Date == request.Date && r.Status == RegisterStatus.Sealed))
        {
            var covered = afterwards.SlotsOf(register.Date, register.Part);
            var ruled = rulings.FindAll(ruling => covered.Any(slot => slot.Hours.Intersect(ruling.Hours) is not null));
            if (ruled.Count == 0)
                continue;

            await chain.AppendAsync(register, SealCause.Ruled, ruled.Select(SealedFacts.Of), ct);
            if ((await settle.AddLinesAsync(register, afterwards, ct)).Refusal is { } refusal)
                return refusal;
        }

        if (registers.TrueForAll(r => r.Status == RegisterStatus.Sealed))
            await conclude.ApplyAsync(enrolment.SessionId, afterwards, ct);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }

    private static List<TimeInterval> Decided(IReadOnlyList<MissedTime> missed, TimeInterval? hours) => hours is { } asked
        ? [.. missed.Select(piece => piece.Hours.Intersect(asked)).OfType<TimeInterval>()]
        : [.. missed.Where(piece => piece.Kind == AbsenceKind.Pending).Select(piece => piece.Hours)];
}
