using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// A person gives up a place, or the employer does for them. What counts is the instant at which the school received it. In time, the
/// seat goes to the next; late, the price becomes a charge and the seat is kept for a colleague. The hours are given back either way.
/// </summary>
public sealed class WithdrawEnrolment(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, EnrolmentReservations reservations, EnrolmentCharges charges,
    PromoteWaiting promote)
{
    /// <param name="ReceivedAt">When a letter or mail arrived that the secretariat enters now; nothing for what is done on the page.</param>
    public sealed record Request(EnrolmentId Enrolment, string? Reason, Reader Reader, DateTimeOffset? ReceivedAt = null);

    public async Task<Outcome<EnrolmentStatus>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = await db.Enrolments.VisibleTo(request.Reader with { AsTrainer = null }, db).AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(id.SessionId, ct);
        var enrolment = await db.Enrolments.Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        if (session.FirstDay <= clock.Today)
            return new SessionHasBegun(session.Code);

        var received = request.ReceivedAt ?? clock.Now;
        if (received > clock.Now || received < enrolment.RequestedAt)
            return new ReceiptImpossible(clock.DateOn(received));

        var outcome = await ApplyAsync(enrolment, session, received, request, ct);
        if (outcome.IsRefused)
            return outcome;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await promote.ApplyAsync(session.Id, ct);
        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task<Outcome<EnrolmentStatus>> ApplyAsync(
        Enrolment enrolment, Session session, DateTimeOffset received, Request request, CancellationToken ct)
    {
        var (heldSeat, wasConfirmed) = (enrolment.HoldsSeat, enrolment.Status == EnrolmentStatus.Confirmed);
        var lastFreeDay = (await EnrolmentDeadlines.LoadAsync(db, clock, ct)).LastFreeDay(session, enrolment.RequestedAt);
        var step = new Enrolment.Step(current.Actor.Name, clock.Now, request.Reason, ReceivedAt: request.ReceivedAt);
        var outcome = enrolment.Withdraw(clock.DateOn(received) <= lastFreeDay, step);
        if (outcome.IsRefused)
            return outcome;

        await seats.FreeAsync(session.Id, heldSeat && !enrolment.SeatKept ? 1 : 0, ct);
        await reservations.ReleaseAsync(enrolment.Id, ct);
        var owed = outcome.Value == EnrolmentStatus.WithdrawnLate ? await charges.ChargeLateAsync(enrolment, session, ct) : 0;
        var facts = await db.FactsOfAsync(session, ct);
        var kind = outcome.Value == EnrolmentStatus.WithdrawnLate ? MessageKind.WithdrawnLate : MessageKind.WithdrawnInTime;
        var invited = wasConfirmed ? await db.InvitedDaysAsync(session, ct) : null;
        db.Add((facts with { Until = lastFreeDay, AmountEur = owed, Invited = invited }).To(enrolment.PersonId, kind, clock.Now));
        return outcome;
    }
}
