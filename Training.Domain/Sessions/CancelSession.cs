using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>The school calls a session off. The session stays, with the reason; its seats, and everybody in it, are let go in the same transaction.</summary>
public sealed class CancelSession(TrainingDbContext db, OfficeClock clock, ICurrentActor current, ReleaseCancelledSession release)
{
    public sealed record Request(SessionId Session, string? Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var session = await db.Sessions.Include(s => s.Slots).Where(s => s.Id == request.Session).OneAsync(ct);
        var step = new Session.Step(current.Actor.Name, clock.Now, request.Reason?.Trim());
        var cancelled = session.Cancel(step);
        if (cancelled.IsRefused)
            return cancelled;

        await release.ApplyAsync(session, step.Reason!, ct);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }
}
