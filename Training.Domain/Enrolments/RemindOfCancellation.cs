using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Enrolments;

/// <summary>
/// Reminds everybody with a seat that they can withdraw without cost until a day (condition <c>gsob.cancel.workingDays</c>): five working days
/// before that day and one before. Each reminder is written once, and one that was missed for a day is written on the next.
/// </summary>
public sealed class RemindOfCancellation(TrainingDbContext db, OfficeClock clock, RecordByRecord each)
{
    private static readonly int[] WorkingDaysBefore = [1, 5];

    /// <returns>How many reminders were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var (working, parameters) = (await db.WorkingDaysAsync(ct), await db.ParameterBookAsync(ct));
        var days = parameters.Number(ParameterKeys.CancelWorkingDays, today);
        var horizon = working.After(today, days + WorkingDaysBefore.Max() + 1);
        var sessions = await db.Sessions.AsNoTracking()
            .Where(s => s.FirstDay > today && s.FirstDay <= horizon && (s.Status == SessionStatus.Open || s.Status == SessionStatus.Confirmed))
            .OrderBy(s => s.FirstDay).ToListAsync(ct);

        return await each.SumAsync(sessions, session => $"session {session.Id.Value}", async session =>
        {
            var lastDay = working.Before(session.FirstDay!.Value, days);
            if (lastDay < today || WorkingDaysBefore.Where(left => working.Before(lastDay, left) <= today).Cast<int?>().FirstOrDefault() is not { } reached)
                return 0;

            return await RemindAsync(session, lastDay, reached, ct);
        });
    }

    private async Task<int> RemindAsync(Session session, DateOnly lastDay, int reached, CancellationToken ct)
    {
        var seated = await db.Enrolments.AsNoTracking()
            .Where(e => e.SessionId == session.Id && e.Status == EnrolmentStatus.Confirmed && e.HoldsSeat).Select(e => new { e.Id, e.PersonId }).ToListAsync(ct);
        var keys = seated.ConvertAll(e => KeyOf(e.Id, lastDay, reached));
        var told = (await db.OutboxMessages.Where(m => keys.Contains(m.Key!)).Select(m => m.Key!).ToListAsync(ct)).ToHashSet();
        var facts = (await db.FactsOfAsync(session, ct)) with { Until = lastDay };
        var news = seated.FindAll(e => !told.Contains(KeyOf(e.Id, lastDay, reached)));
        db.AddRange(news.Select(e => facts.To(e.PersonId, MessageKind.CancellationReminder, clock.Now, KeyOf(e.Id, lastDay, reached))));
        await db.SaveChangesAsync(ct);
        return news.Count;
    }

    // A session that moves has another last day, and is reminded of anew.
    private static string KeyOf(EnrolmentId enrolment, DateOnly lastDay, int reached) => $"cancel {enrolment.Value:N} {lastDay:yyyy-MM-dd} {reached}";
}
