using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Inbox;

/// <summary>Takes something of the inbox, or gives it back. The first to take it has it; anyone of the secretariat may free it again.</summary>
public sealed class ClaimItem(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(string Kind, Guid Item, bool Take);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var claims = db.InboxClaims.Where(c => c.Kind == request.Kind && c.ItemId == request.Item);
        if (!request.Take)
        {
            await claims.ExecuteDeleteAsync(ct);
            return new Done();
        }

        if (await claims.AsNoTracking().SingleOrDefaultAsync(ct) is { } taken)
            return taken.ClaimedBy == current.Actor.Name ? new Done() : new ClaimedByColleague(taken.ClaimedBy);

        db.Add(new InboxClaim(request.Kind, request.Item, current.Actor.Name, clock.Now));
        try
        {
            await db.SaveChangesAsync(ct);
            return new Done();
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // Two took it at once: the key let one in.
            var first = await claims.AsNoTracking().OneAsync(ct);
            return first.ClaimedBy == current.Actor.Name ? new Done() : new ClaimedByColleague(first.ClaimedBy);
        }
    }
}
