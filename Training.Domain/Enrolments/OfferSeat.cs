using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>The secretariat gives a free seat to somebody who waits, of its own choice: near the session the list does not move by itself.</summary>
public sealed class OfferSeat(TrainingDbContext db, OfficeClock clock, SessionSeats seats, PromoteWaiting promote)
{
    public sealed record Request(EnrolmentId Enrolment);

    public async Task<Outcome<EnrolmentStatus>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(id.SessionId, ct);
        var enrolment = await db.Enrolments.Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        if (!session.TakesRequestsOn(clock.Today))
            return new Sessions.SessionClosedToRequests(session.Code);

        var given = await promote.GiveAsync(enrolment, session, await EnrolmentDeadlines.LoadAsync(db, clock, ct), ct);
        if (given.IsRefused)
            return given;
        if (!await seats.TryTakeByHandAsync(session.Id, ct))
            return new NoSeatFree(session.Code);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return given;
    }
}
