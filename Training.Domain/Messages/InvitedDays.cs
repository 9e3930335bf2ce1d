using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Messages;

/// <summary>One day of a session as a calendar shows it, in the time of the office.</summary>
public sealed record InvitedDay(DateOnly Date, TimeOnly From, TimeOnly To)
{
    private const string Form = "yyyy-MM-dd HH:mm";

    /// <summary>As facts keep it: <c>2026-12-01 09:00 16:00</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Date.ToDateTime(From):yyyy-MM-dd HH:mm} {To:HH:mm}");

    public static InvitedDay Read(string kept) => new(
        DateOnly.FromDateTime(DateTime.ParseExact(kept[..16], Form, CultureInfo.InvariantCulture)),
        TimeOnly.FromDateTime(DateTime.ParseExact(kept[..16], Form, CultureInfo.InvariantCulture)),
        TimeOnly.ParseExact(kept[17..], "HH:mm", CultureInfo.InvariantCulture));

    public static IReadOnlyList<InvitedDay> Of(IEnumerable<TeachingSlot> slots) =>
        [.. slots.GroupBy(slot => slot.Date).OrderBy(day => day.Key).Select(day => new InvitedDay(day.Key, day.Min(slot => slot.Start), day.Max(slot => slot.End)))];
}

/// <summary>
/// The days that a message brings into the reader's calendar, or takes out of it. The first is the first event of the session wherever it is
/// moved to, so that a calendar moves it too.
/// </summary>
/// <param name="Days">Each as <see cref="InvitedDay"/> writes it, in order.</param>
/// <param name="Before">How many days there were before a change; those beyond are called off.</param>
public sealed record InvitedDays(IReadOnlyList<string> Days, string? Room, int Before = 0)
{
    public bool Include(DateOnly date) => Days.Any(day => InvitedDay.Read(day).Date == date);
}

internal static class Inviting
{
    public static async Task<InvitedDays> InvitedDaysAsync(this TrainingDbContext db, Session session, CancellationToken ct)
    {
        var slots = await db.TeachingSlots.AsNoTracking().Where(slot => slot.SessionId == session.Id).ToListAsync(ct);
        return await db.InvitedDaysAsync(session, slots, before: 0, ct);
    }

    public static async Task<InvitedDays> InvitedDaysAsync(this TrainingDbContext db, Session session, IEnumerable<TeachingSlot> slots, int before, CancellationToken ct) =>
        new([.. InvitedDay.Of(slots).Select(day => day.ToString())], await db.Rooms.Where(room => room.Id == session.RoomId).Select(room => room.Name).SingleOrDefaultAsync(ct), before);
}
