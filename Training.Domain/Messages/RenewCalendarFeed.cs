using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Messages;

/// <summary>Gives a person a secret address for their calendar, in the place of the one they may have.</summary>
public sealed class RenewCalendarFeed(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Revoke">Only takes the address away.</param>
    public sealed record Request(PersonId Person, bool Revoke = false);

    /// <returns>The secret, which is shown once, or nothing where the address was taken away.</returns>
    public async Task<string?> HandleAsync(Request request, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.CalendarFeeds.Where(feed => feed.PersonId == request.Person).ExecuteDeleteAsync(ct);
        string? secret = null;
        if (!request.Revoke)
        {
            (var feed, secret) = CalendarFeed.For(request.Person, clock.Now);
            db.Add(feed);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return secret;
    }
}
