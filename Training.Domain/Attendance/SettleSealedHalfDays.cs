using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.TimeRelease;
using Training.Domain.Work;

namespace Training.Domain.Attendance;

/// <summary>
/// The settlement run: every sealed half-day for which a line is missing is settled again. Each half-day is a transaction of its
/// own, so that a run that breaks off leaves whole half-days behind and the next run takes the others.
/// </summary>
public sealed class SettleSealedHalfDays(TrainingDbContext db, SettleHalfDay settle, RecordByRecord each)
{
    /// <param name="Since">The first day of teaching to look at, or nothing for all.</param>
    public sealed record Request(DateOnly? Since = null);

    /// <param name="Lines">Ledger lines added.</param>
    /// <param name="Closed">Half-days whose year is closed and that would have changed.</param>
    public sealed record Report(int HalfDays, int Lines, int Closed);

    public async Task<Report> HandleAsync(Request request, CancellationToken ct)
    {
        var due = await db.Registers.AsNoTracking()
            .Where(r => r.Status == RegisterStatus.Sealed && (request.Since == null || r.Date >= request.Since))
            .OrderBy(r => r.SessionId).ThenBy(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var closed = 0;
        var lines = await each.SumAsync(due.GroupBy(r => r.SessionId), session => $"session {session.Key.Value}", async session =>
        {
            var added = 0;
            var attendance = await SessionAttendance.LoadAsync(db, session.Key, ct);
            foreach (var register in await settle.UnsettledAsync(session.Key, session, attendance, ct))
            {
                db.ChangeTracker.Clear();
                if ((await settle.AddLinesAsync(register, attendance, ct)).IsRefused)
                    closed++;
                else
                    added += await SaveLinesAsync(ct);
            }

            db.ChangeTracker.Clear();
            if (await db.Registers.Where(r => r.SessionId == session.Key).AllAsync(r => r.Status == RegisterStatus.Sealed, ct))
            {
                await settle.ReleaseRestAsync(session.Key, attendance, ct);
                added += await SaveLinesAsync(ct);
            }

            return added;
        });

        return new Report(due.Count, lines, closed);
    }

    private async Task<int> SaveLinesAsync(CancellationToken ct)
    {
        var added = db.ChangeTracker.Entries<LedgerEntry>().Count(entry => entry.State == EntityState.Added);
        return added > 0 && await db.TrySaveAsync(ct) ? added : 0;
    }
}
