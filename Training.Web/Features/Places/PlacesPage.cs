using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.Places;

/// <summary>The buildings and rooms in which the school teaches.</summary>
public sealed record PlacesPage(
    IReadOnlyList<PlacesPage.Building> Venues, IReadOnlyList<PlacesPage.Room> Rooms, IReadOnlyList<PlacesPage.Choice> Equipment, IReadOnlyList<PlacesPage.Choice> Municipalities)
{
    public string? Refusal { get; init; }

    /// <summary>What was typed in the form that is refused.</summary>
    public PlaceForm Typed { get; init; } = new();

    public sealed record Building(Guid Id, LocalizedText Name, LocalizedText Address, string Nis);

    public sealed record Room(Guid Id, string Name, Guid? Venue, int? Capacity, IReadOnlyList<string> Equipment);

    public sealed record Choice(string Code, LocalizedText Label);

    public static async Task<PlacesPage> FindAsync(TrainingDbContext db, CancellationToken ct)
    {
        var venues = await db.Venues.AsNoTracking().OrderBy(venue => venue.Id).ToListAsync(ct);
        var rooms = await db.Rooms.AsNoTracking().Include(room => room.Equipment).OrderBy(room => room.Name).ToListAsync(ct);
        return new PlacesPage(
            [.. venues.Select(venue => new Building(venue.Id.Value, venue.Name, venue.Address, venue.Nis))],
            [.. rooms.Select(room => new Room(room.Id.Value, room.Name, room.VenueId?.Value, room.Capacity, [.. room.Equipment.Select(item => item.EquipmentCode)]))],
            await db.Equipment.AsNoTracking().OrderBy(item => item.Code).Select(item => new Choice(item.Code, item.Label)).ToListAsync(ct),
            await db.Municipalities.AsNoTracking().OrderBy(m => m.Nis).Select(m => new Choice(m.Nis, m.Name)).ToListAsync(ct));
    }
}
