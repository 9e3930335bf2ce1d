using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Web.Features.Absences;

/// <summary>What was missed in sessions whose window for justifications is open, and what became of the reasons that were given.</summary>
public sealed record AbsencesPage(IReadOnlyList<AbsencesPage.Day> Days, IReadOnlyList<AbsencesPage.HalfDay> Contestable)
{
    public string? Refusal { get; init; }

    /// <summary>What was sent when it comes back with a refusal.</summary>
    public JustificationForm? Typed { get; init; }

    /// <summary>What one person missed on one day.</summary>
    public sealed record Day(
        EnrolmentId Enrolment, string Person, string Session, LocalizedText Course, DateOnly Date, DateOnly LastDay,
        IReadOnlyList<MissedTime> Missed, IReadOnlyList<JustificationRequest> Requests)
    {
        public bool CanJustify => Missed.Any(missed => missed.Kind == AbsenceKind.Pending && !Requests.Any(r =>
            r.Decision == JustificationDecision.Awaited && r.Hours.Intersect(missed.Hours) is not null));
    }

    /// <summary>A closed half-day of the reader's own that can still be contested, or was.</summary>
    public sealed record HalfDay(EnrolmentId Enrolment, HalfDayRegisterId Register, string Session, LocalizedText Course, DateOnly Date, DayPart Part, int Attended, int Scheduled, DateOnly LastDay, MarkContest? Contest);

    public static async Task<AbsencesPage> FindAsync(TrainingDbContext db, Reader reader, DateOnly today, CancellationToken ct)
    {
        var (parameters, workingDays) = (await db.ParameterBookAsync(ct), await db.WorkingDaysAsync(ct));
        var since = today.AddMonths(-2);
        var enrolments = await (
            from enrolment in db.Enrolments.AsNoTracking().OfParticipantOrEmployer(reader)
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.HoldsSeat && session.FirstDay <= today && session.LastDay >= since
            orderby session.LastDay descending, person.LastName
            select new { enrolment.Id, enrolment.PersonId, Name = person.FirstName + " " + person.LastName, Session = session, version.Title }).ToListAsync(ct);
        var open = enrolments.Where(one => JustificationWindow.LastDayOf(one.Session.LastDay!.Value, parameters, workingDays) >= today).ToList();
        var ids = open.ConvertAll(one => one.Id);
        var requests = (await db.JustificationRequests.AsNoTracking().Where(r => ids.Contains(r.EnrolmentId)).OrderBy(r => r.SentAt).ToListAsync(ct))
            .ToLookup(r => (r.EnrolmentId, r.Date));
        var attendance = new Dictionary<SessionId, SessionAttendance>();
        foreach (var session in open.Select(one => one.Session.Id).Distinct())
            attendance[session] = await SessionAttendance.LoadAsync(db, session, ct);

        var days =
            from one in open
            let facts = attendance[one.Session.Id]
            from day in facts.MissedBy(one.Id, facts.Slots).GroupBy(missed => missed.Date)
            select new Day(
                one.Id, one.Name, one.Session.Code, one.Title, day.Key, JustificationWindow.LastDayOf(one.Session.LastDay!.Value, parameters, workingDays),
                [.. day], [.. requests[(one.Id, day.Key)]]);

        var own = open.Where(one => one.PersonId == reader.AsSelf).ToDictionary(one => one.Session.Id);
        var sessions = own.Keys.ToList();
        var registers = await db.Registers.AsNoTracking().Where(r => sessions.Contains(r.SessionId) && r.Status != RegisterStatus.Open).OrderByDescending(r => r.Date).ThenBy(r => r.Part).ToListAsync(ct);
        var contests = (await db.MarkContests.AsNoTracking().Where(c => ids.Contains(c.EnrolmentId)).ToListAsync(ct)).ToDictionary(c => (c.EnrolmentId, c.RegisterId));
        var halfDays = registers.Select(register =>
        {
            var one = own[register.SessionId];
            var minutes = attendance[register.SessionId].MinutesOf(one.Id, attendance[register.SessionId].SlotsOf(register.Date, register.Part));
            var last = workingDays.After(register.Date, parameters.Number(ParameterKeys.ContestWorkingDays, register.Date));
            return new HalfDay(
                one.Id, register.Id, one.Session.Code, one.Title, register.Date, register.Part, minutes.Attended, minutes.Scheduled, last,
                contests.GetValueOrDefault((one.Id, register.Id)));
        });

        return new AbsencesPage([.. days], [.. halfDays.Where(half => half.LastDay >= today || half.Contest is not null)]);
    }
}
