using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// The employer's yes: it confirms the seat and sets the hours aside, both or neither. Called under the session's lock; the caller
/// saves, or leaves everything as it was when the answer is a refusal.
/// </summary>
public sealed class ApproveEnrolment(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, EnrolmentReservations reservations, EnrolmentCharges charges)
{
    /// <param name="session">With its slots.</param>
    public async Task<Outcome<EnrolmentStatus>> ApplyAsync(Enrolment enrolment, Session session, Decider decider, string? reason, CancellationToken ct)
    {
        var own = decider.Self == enrolment.PersonId;
        if (own && !await db.EmployerSettings.AnyAsync(s => s.OrganisationId == enrolment.OrganisationId && s.ApproversDecideOnThemselves, ct))
            return new OwnRequestNotAllowed();

        if (enrolment is { HoldsSeat: false, HeldUntil: null, Status: EnrolmentStatus.EmployerPending } && await seats.TryTakeAsync(session.Id, enrolment.OrganisationId, [enrolment.PersonId], enrolment.PriorityGroup, ct))
            enrolment.TakeFreeSeat();

        var approved = enrolment.Approve(new(current.Actor.Name, clock.Now, reason, own ? StepCause.OwnRequest : null));
        return approved.IsRefused ? approved : await ConfirmAsync(enrolment, session, ct);
    }

    /// <summary>What follows once a seat is confirmed, or a place in the list: the hours, the message, no charge for who had withdrawn.</summary>
    public async Task<Outcome<EnrolmentStatus>> ConfirmAsync(Enrolment enrolment, Session session, CancellationToken ct)
    {
        if (enrolment.Status == EnrolmentStatus.Confirmed)
        {
            var reserved = await reservations.ReserveAsync(enrolment, session.Slots, ct);
            if (reserved.IsRefused)
                return reserved.Refusal;
            await charges.FallAwayAsync(enrolment, ct);
        }

        var kind = enrolment.Status == EnrolmentStatus.Confirmed ? MessageKind.SeatConfirmed : MessageKind.PlacedOnWaitingList;
        var facts = await db.FactsOfAsync(session, ct);
        if (kind == MessageKind.SeatConfirmed)
            facts = facts with { Invited = await db.InvitedDaysAsync(session, ct) };
        db.Add(facts.To(enrolment.PersonId, kind, clock.Now));
        return enrolment.Status;
    }
}
