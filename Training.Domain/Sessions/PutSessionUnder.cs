using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Puts a session under rules beside those of its course. If it is concluded already, it is concluded again by them.</summary>
public sealed class PutSessionUnder(TrainingDbContext db, ConcludeSession conclude)
{
    public sealed record Request(SessionId Session, IReadOnlyList<AttendancePolicyKind> Further);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var session = await db.Sessions.Where(s => s.Id == request.Session).OneAsync(ct);
        session.PutUnder(request.Further);
        var registers = await db.Registers.AsNoTracking().Where(r => r.SessionId == session.Id).ToListAsync(ct);
        if (registers.Count > 0 && registers.TrueForAll(r => r.Status == RegisterStatus.Sealed))
            await conclude.ApplyAsync(session.Id, await SessionAttendance.LoadAsync(db, session.Id, ct), ct);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
