using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Enrolments;

/// <summary>
/// What the calendar does to requests and offers: who was not answered in time loses the seat held, an offer that nobody took goes to the
/// next, and lists that come inside the invitation window are invited. Run often; doing it again changes nothing.
/// </summary>
public sealed class KeepWaitingLists(TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, PromoteWaiting promote, RecordByRecord each)
{
    /// <returns>How many seats changed hands.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var (now, today) = (clock.Now, clock.Today);
        var overdue = await db.Enrolments.Where(e => e.HeldUntil <= now).Select(e => e.SessionId).Distinct().ToListAsync(ct);
        var movable = await db.Sessions
            .Where(s => s.FirstDay > today && s.SeatsTaken < s.CapacityMax && db.Enrolments.InLine().Any(e => e.SessionId == s.Id)).Select(s => s.Id).ToListAsync(ct);

        return await each.SumAsync(overdue.Union(movable), session => $"session {session.Value}", session => KeepAsync(session, ct));
    }

    private async Task<int> KeepAsync(SessionId sessionId, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(sessionId, ct);
        var now = clock.Now;
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == sessionId).OneAsync(ct);
        var overdue = await db.Enrolments.Where(e => e.SessionId == sessionId && e.HeldUntil <= now).ToListAsync(ct);
        var freed = overdue.Count(e => e.HoldsSeat);
        foreach (var enrolment in overdue)
            await LapseAsync(enrolment, session, new(current.Actor.Name, now), ct);

        await seats.FreeAsync(sessionId, freed, ct);
        await db.SaveChangesAsync(ct);
        var given = await promote.ApplyAsync(sessionId, ct);
        await transaction.CommitAsync(ct);
        return freed + given;
    }

    private async Task LapseAsync(Enrolment enrolment, Session session, Enrolment.Step step, CancellationToken ct)
    {
        var kind = enrolment.Status == EnrolmentStatus.Invited ? MessageKind.OfferExpired : MessageKind.HoldLapsed;
        var lapsed = enrolment.Status == EnrolmentStatus.Invited ? enrolment.ExpireOffer(step) : enrolment.LapseHold(step);
        if (!lapsed.IsRefused)
            db.Add((await db.FactsOfAsync(session, ct)).To(enrolment.PersonId, kind, step.At));
    }
}
