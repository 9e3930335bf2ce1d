using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>Somebody of the waiting list takes the seat that was offered, and the hours are set aside; or leaves it to the next.</summary>
public sealed class AnswerOffer(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, ApproveEnrolment approve, PromoteWaiting promote)
{
    public sealed record Request(EnrolmentId Enrolment, bool Accept, Reader Reader);

    public async Task<Outcome<EnrolmentStatus>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = await db.Enrolments.VisibleTo(request.Reader with { AsTrainer = null }, db).AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(id.SessionId, ct);
        var enrolment = await db.Enrolments.Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        var step = new Enrolment.Step(current.Actor.Name, clock.Now);

        var answered = request.Accept ? enrolment.AcceptOffer(step) : enrolment.DeclineOffer(step);
        if (answered is { IsRefused: false } && request.Accept)
            answered = await approve.ConfirmAsync(enrolment, session, ct);
        if (answered.IsRefused)
            return answered;

        await seats.FreeAsync(session.Id, request.Accept ? 0 : 1, ct);
        if (!request.Accept)
            db.Add((await db.FactsOfAsync(session, ct)).To(enrolment.PersonId, MessageKind.WithdrawnInTime, clock.Now));
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        if (!request.Accept)
            await promote.ApplyAsync(session.Id, ct);
        await transaction.CommitAsync(ct);
        return answered;
    }
}
