using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Opens a draft to enrolment, or confirms that an open session will be held.</summary>
public sealed class AdvanceSession(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <param name="To">Open or confirmed; nothing else is reached this way.</param>
    public sealed record Request(SessionId Session, SessionStatus To);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var session = await db.Sessions.Where(s => s.Id == request.Session).OneAsync(ct);
        var step = new Session.Step(current.Actor.Name, clock.Now);
        var moved = request.To switch
        {
            SessionStatus.Open => session.Open(step),
            SessionStatus.Confirmed => session.Confirm(step),
            _ => new NotFromThisStatus(session.Code, session.Status),
        };
        if (moved.IsRefused)
            return moved;
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
