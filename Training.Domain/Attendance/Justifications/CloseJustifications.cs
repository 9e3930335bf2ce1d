using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Attendance.Justifications;

/// <summary>
/// Once a session's window is over, whatever nobody has justified is unjustified; charge and certificate follow. A request that was sent in time
/// waits for the secretariat. Doing it again changes nothing.
/// </summary>
public sealed class CloseJustifications(TrainingDbContext db, OfficeClock clock, RuleAbsence rule, RecordByRecord each)
{
    /// <returns>For how many people and days absences became unjustified.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var (today, parameters, workingDays) = (clock.Today, await db.ParameterBookAsync(ct), await db.WorkingDaysAsync(ct));
        var ended = await db.Sessions.AsNoTracking()
            .Where(s => s.LastDay < today && db.Enrolments.Any(e => e.SessionId == s.Id && e.HoldsSeat && e.Status != EnrolmentStatus.EmployerPending))
            .OrderBy(s => s.LastDay).Select(s => new { s.Id, LastDay = s.LastDay!.Value }).ToListAsync(ct);

        return await each.SumAsync(
            ended.Where(s => JustificationWindow.LastDayOf(s.LastDay, parameters, workingDays) < today),
            session => $"session {session.Id.Value}", session => CloseAsync(session.Id, ct));
    }

    private async Task<int> CloseAsync(SessionId session, CancellationToken ct)
    {
        var attendance = await SessionAttendance.LoadAsync(db, session, ct);
        var awaited = (await db.JustificationRequests.AsNoTracking()
            .Where(j => j.Decision == JustificationDecision.Awaited && db.Enrolments.Any(e => e.Id == j.EnrolmentId && e.SessionId == session))
            .ToListAsync(ct)).ToLookup(j => (j.EnrolmentId, j.Date), j => j.Hours);
        var enrolments = await db.Enrolments.AsNoTracking().Where(e => e.SessionId == session && e.HoldsSeat).Select(e => e.Id).ToListAsync(ct);

        var closed = 0;
        foreach (var enrolment in enrolments)
        {
            var pending = attendance.MissedBy(enrolment, attendance.Slots).Where(missed => missed.Kind == AbsenceKind.Pending);
            foreach (var day in pending.GroupBy(missed => missed.Date))
            {
                var left = awaited[(enrolment, day.Key)].Aggregate<TimeInterval, IReadOnlyList<TimeInterval>>(
                    [.. day.Select(missed => missed.Hours)], (hours, asked) => Intervals.Without(hours, asked));
                foreach (var hours in left)
                    await rule.HandleAsync(new(enrolment, day.Key, hours, AbsenceKind.Unjustified, null, null), ct);
                closed += left.Count > 0 ? 1 : 0;
                db.ChangeTracker.Clear();
            }
        }

        return closed;
    }
}
