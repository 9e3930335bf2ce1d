using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Imports;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>
/// The planning: teaching slots and, for each half-day, its register. Room clashes that the file really has are kept, told as warnings,
/// and recorded with "imported" as the reason.
/// </summary>
public sealed class ImportSlots(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Reschedule">Where a date of the file is to be moved to, session by session; nothing leaves dates as they are.</param>
    public sealed record Request(Stream File, ImportMode Mode, Func<string, DateOnly, DateOnly>? Reschedule = null);

    private readonly Dictionary<TeachingSlotId, int> _lines = [];

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var sessions = await db.Sessions.Include(s => s.Slots).ToDictionaryAsync(s => s.Code, ct);
        var registers = (await db.Registers.AsNoTracking().ToListAsync(ct)).Select(r => (r.SessionId, r.Date, r.Part)).ToHashSet();
        var rooms = await db.Rooms.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, ct);
        var accepted = (await db.AcceptedClashes.AsNoTracking().Where(c => c.Kind == ClashKind.Room).ToListAsync(ct))
            .Select(c => (c.SessionId, c.OtherSessionId, c.Date, c.Start)).ToHashSet();

        return await ImportTable.RunAsync(db, request.File, request.Mode, [new("session"), new("date"), new("start"), new("end")], (row, report) =>
        {
            var session = row.Code("session", sessions, null!);
            var date = row.Date("date");
            var (start, end) = (row.Time("start"), row.Time("end"));
            if (row.IsGood && end <= start)
                row.Note("end", new NotATime(row.Raw("end")), 0);
            if (!row.IsGood)
                return;

            var before = session.Slots.Count;
            var planned = session.Plan(request.Reschedule?.Invoke(session.Code, date) ?? date, new TimeInterval(start, end));
            if (planned.IsRefused)
            {
                row.Note("start", planned.Refusal, 0);
                return;
            }

            _lines[planned.Value.Id] = row.Line;
            if (session.Slots.Count == before)
            {
                report.CountChanged(false);
                return;
            }

            db.Add(planned.Value);
            if (registers.Add((session.Id, planned.Value.Date, planned.Value.Part)))
                db.Add(new HalfDayRegister(session.Id, planned.Value.Date, planned.Value.Part));
            report.CountAdded();
        }, ct, report => KeepClashes([.. sessions.Values], rooms, accepted, report));
    }

    private void KeepClashes(
        IReadOnlyList<Session> sessions, Dictionary<RoomId, string> rooms, HashSet<(SessionId, SessionId?, DateOnly, TimeOnly?)> accepted, ImportReport report)
    {
        var byRoomAndDay = sessions.SelectMany(session => session.Slots.Select(slot => (session, slot))).GroupBy(s => (s.session.RoomId, s.slot.Date));
        foreach (var day in byRoomAndDay)
        {
            var planned = day.OrderBy(s => s.slot.Start).ThenBy(s => s.session.Code, StringComparer.Ordinal).ToList();
            foreach (var ((first, one), (second, two)) in planned.SelectMany((a, i) => planned.Skip(i + 1).Where(b => b.session != a.session).Select(b => (a, b))))
            {
                if (one.Hours.Intersect(two.Hours) is not { } shared)
                    continue;

                if (accepted.Add((first.Id, second.Id, one.Date, shared.Start)))
                    db.Add(new AcceptedClash(first.Id, second.Id, first.RoomId, one.Date, shared, AcceptedClash.Imported, clock.Now));
                report.Warn(_lines.GetValueOrDefault(two.Id), "session", new RoomClash(rooms[first.RoomId], first.Code, one.Date, shared.Start, shared.End));
            }
        }
    }
}
