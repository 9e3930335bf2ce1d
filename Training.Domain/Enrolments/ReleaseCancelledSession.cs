using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// What follows for everybody when the school calls a session off: seats and hours are given back, nothing is due, not even from who had
/// withdrawn late, and the place in the waiting list is kept for the next session of the same course. Called inside the transaction that
/// cancels the session; the caller saves.
/// </summary>
public sealed class ReleaseCancelledSession(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, EnrolmentReservations reservations, EnrolmentCharges charges)
{
    public async Task ApplyAsync(Session session, string reason, CancellationToken ct)
    {
        await seats.LockAsync(session.Id, ct);
        var step = new Enrolment.Step(current.Actor.Name, clock.Now, reason);
        var facts = (await db.FactsOfAsync(session, ct)) with { Reason = reason };
        var invited = await db.InvitedDaysAsync(session, ct);
        var freed = 0;
        foreach (var enrolment in await db.Enrolments.Where(e => e.SessionId == session.Id).ToListAsync(ct))
        {
            var wasConfirmed = enrolment.Status == EnrolmentStatus.Confirmed;
            freed += enrolment.HoldsSeat || enrolment.SeatKept ? 1 : 0;
            await charges.FallAwayAsync(enrolment, ct);
            enrolment.GiveUpKeptSeat();
            if (enrolment.CancelBySchool(step).IsRefused)
                continue;

            await reservations.ReleaseAsync(enrolment.Id, ct);
            db.Add((facts with { Invited = wasConfirmed ? invited : null }).To(enrolment.PersonId, MessageKind.SessionCancelled, clock.Now));
        }

        await seats.FreeAsync(session.Id, freed, ct);
    }
}
