using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Adds a building, or says something else about one.</summary>
public sealed class KeepVenue(TrainingDbContext db)
{
    /// <param name="Venue">Nothing for a new one.</param>
    public sealed record Request(VenueId? Venue, LocalizedText Name, LocalizedText Address, string Nis);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (!await db.Municipalities.AnyAsync(m => m.Nis == request.Nis, ct))
            throw new NotFoundException(nameof(Municipality));

        if (request.Venue is { } id)
            (await db.Venues.Where(v => v.Id == id).OneAsync(ct)).Restate(request.Name, request.Address, request.Nis);
        else
            db.Add(new Venue(request.Name, request.Address, request.Nis));
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
