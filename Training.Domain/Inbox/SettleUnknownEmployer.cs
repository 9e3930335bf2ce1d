using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Inbox;

/// <summary>Nothing more is to be done about an unknown employer, and why.</summary>
public sealed class SettleUnknownEmployer(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(UnknownEmployerId Employer, string? Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var employer = await db.UnknownEmployers.Where(e => e.Id == request.Employer).OneAsync(ct);
        employer.Settle(current.Actor.Name, clock.Now, request.Reason);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
