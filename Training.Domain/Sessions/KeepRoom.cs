using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Adds a room, or says something else about one.</summary>
public sealed class KeepRoom(TrainingDbContext db)
{
    /// <param name="Room">Nothing for a new one.</param>
    public sealed record Request(RoomId? Room, string Name, VenueId? Venue, int? Capacity, IReadOnlyList<string> Equipment);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await db.Rooms.AnyAsync(r => r.Name == request.Name && r.Id != request.Room, ct))
            return new NameTaken(request.Name);

        var room = request.Room is { } id ? await db.Rooms.Include(r => r.Equipment).Where(r => r.Id == id).OneAsync(ct) : new Room(request.Name);
        if (request.Room is null)
            db.Add(room);
        var known = await db.Equipment.Select(e => e.Code).ToListAsync(ct);
        room.Restate(request.Name, request.Venue, request.Capacity, [.. request.Equipment.Intersect(known)]);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
