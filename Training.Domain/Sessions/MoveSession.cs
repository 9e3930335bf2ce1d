using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Lets a session begin on another day; its days follow, and step aside for holidays and closing days.</summary>
public sealed class MoveSession(TrainingDbContext db, SessionPlanner planner)
{
    /// <param name="Version">The version of the session that the planner saw.</param>
    public sealed record Request(SessionId Session, int Version, DateOnly FirstDay, string? AcceptedBecause);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var session = await db.Sessions.Include(s => s.Slots).Include(s => s.Trainers).AsSplitQuery().Where(s => s.Id == request.Session).OneAsync(ct);
        if (!session.CanBePlanned)
            return new NotFromThisStatus(session.Code, session.Status);
        if (session.Version != request.Version)
            return new ChangedMeanwhile();

        var plan = SessionPlan.Of(session).StartingOn(request.FirstDay, await db.WorkingDaysAsync(ct));
        var applied = await planner.ApplyAsync(session, plan, request.AcceptedBecause, ct);
        if (applied.IsRefused)
            return applied;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return new Done();
    }
}
