using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>
/// Gives seats that are free to those who wait, in order. People who want seats together or none get them when enough are free and are
/// passed over, with their rank kept, while there are too few. Called under the session's lock (<see cref="SessionSeats"/>).
/// </summary>
public sealed class PromoteWaiting(TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats)
{
    /// <summary>Does nothing near the session, where the secretariat decides who can still come.</summary>
    /// <returns>How many were given a seat. They are saved.</returns>
    public async Task<int> ApplyAsync(SessionId sessionId, CancellationToken ct)
    {
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == sessionId).OneAsync(ct);
        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        if (!session.TakesRequestsOn(clock.Today) || !deadlines.InvitesByItself(session))
            return 0;

        var given = 0;
        var keepsSeats = await db.SeatReservations.AnyAsync(kept => kept.SessionId == sessionId, ct);
        foreach (var together in Together(await db.Enrolments.InLine().Where(e => e.SessionId == sessionId).ToListAsync(ct)))
        {
            if (!await seats.TryTakeForWaitingAsync(sessionId, together, ct))
            {
                // A seat that is kept for others may be for somebody further down.
                if (together.Count == 1 && !keepsSeats)
                    break;
                continue;
            }

            foreach (var enrolment in together)
                await GiveAsync(enrolment, session, deadlines, ct);
            given += together.Count;
        }

        await db.SaveChangesAsync(ct);
        return given;
    }

    /// <summary>Gives one seat that the caller has taken.</summary>
    public async Task<Outcome<EnrolmentStatus>> GiveAsync(Enrolment enrolment, Session session, EnrolmentDeadlines deadlines, CancellationToken ct)
    {
        var until = deadlines.OfferedUntil(session);
        var outcome = enrolment.GiveSeat(new(current.Actor.Name, clock.Now), until);
        if (outcome is { IsRefused: false, Value: EnrolmentStatus.Invited })
        {
            var facts = await db.FactsOfAsync(session, ct);
            db.Add((facts with { Until = clock.DateOn(until.AddTicks(-1)) }).To(enrolment.PersonId, MessageKind.SeatOffered, clock.Now));
        }

        return outcome;
    }

    private static IEnumerable<IReadOnlyList<Enrolment>> Together(IReadOnlyList<Enrolment> line) =>
        line.InOrder().GroupBy(e => e.GroupId ?? e.Id.Value).Select(group => group.ToList());
}
