using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

public sealed class ImportSessions(TrainingDbContext db)
{
    private static readonly Column[] Columns = [new("code"), new("course"), new("language"), new("room"), new("capacity_min"), new("capacity_max")];

    private static readonly Dictionary<string, TeachingLanguage> TeachingLanguages = new()
    {
        ["fr"] = TeachingLanguage.Fr,
        ["nl"] = TeachingLanguage.Nl,
        ["bilingual"] = TeachingLanguage.Bilingual,
    };

    public sealed record Request(Stream File, ImportMode Mode);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        var known = await db.Sessions.ToDictionaryAsync(s => s.Code, ct);
        var rooms = await db.Rooms.ToDictionaryAsync(r => r.Name, ct);
        var courses = await db.Courses.Where(c => c.PublishedVersionId != null).ToDictionaryAsync(c => c.Code, c => c.PublishedVersionId, ct);
        return await ImportTable.RunAsync(db, request.File, request.Mode, Columns, (row, report) =>
        {
            var code = row.Text("code", Session.CodeMaxLength);
            var version = row.Code("course", courses, null);
            var language = row.Code("language", TeachingLanguages, TeachingLanguage.Bilingual);
            var roomName = row.Text("room", Room.NameMaxLength);
            var min = row.Whole("capacity_min", 0, 10_000);
            var max = row.Whole("capacity_max", Math.Max(1, min), 10_000);
            if (!row.IsGood)
                return;

            if (!rooms.TryGetValue(roomName, out var room))
                db.Add(rooms[roomName] = room = new Room(roomName));
            if (known.TryGetValue(code, out var session))
            {
                report.CountChanged(session.Restate(language, room.Id, min, max));
                return;
            }

            db.Add(known[code] = new Session(code, version!.Value, language, room.Id, min, max));
            report.CountAdded();
        }, ct);
    }
}
