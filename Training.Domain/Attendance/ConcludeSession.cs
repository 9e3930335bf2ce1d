using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

/// <summary>
/// Once every half-day is sealed: how the session ended for each person, and what the employer may owe. Minutes that are still
/// pending leave the answer open where it depends on them. Doing it again changes only what came out differently.
/// </summary>
public sealed class ConcludeSession(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>Adds what follows to the context; the caller saves it with the change that made it due.</summary>
    public async Task ApplyAsync(SessionId sessionId, SessionAttendance attendance, CancellationToken ct)
    {
        var session = await db.Sessions.Where(s => s.Id == sessionId).OneAsync(ct);
        var version = await db.CourseVersions.AsNoTracking().Where(v => v.Id == session.CourseVersionId).OneAsync(ct);
        var parameters = await db.ParameterBookAsync(ct);
        var enrolments = await db.Enrolments.Where(e => e.SessionId == sessionId && e.HoldsSeat && e.Status != EnrolmentStatus.EmployerPending).ToListAsync(ct);
        var ids = enrolments.Select(e => e.Id).ToList();
        var charged = (await db.ChargeLines.AsNoTracking().Where(c => ids.Contains(c.EnrolmentId)).ToListAsync(ct)).ToLookup(c => c.EnrolmentId);
        session.Close(new(current.Actor.Name, clock.Now));

        foreach (var enrolment in enrolments)
        {
            var policy = CoursePolicies.Of(version, session, parameters, clock.DateOn(enrolment.RequestedAt)).Ending;
            var minutes = attendance.MinutesOf(enrolment.Id, attendance.Slots);
            if (EndingOf(policy.Judge(minutes), minutes) is not { } ending)
                continue;

            enrolment.Conclude(ending, new(current.Actor.Name, clock.Now));
            // What the school has waived is not asked again.
            if (charged[enrolment.Id].Any(c => c.Kind == ChargeKind.Waiver))
                continue;

            // Whoever has, or may still have, a justification for all of it owes nothing.
            var isExcused = minutes.Justified + minutes.Pending == minutes.Scheduled;
            var owed = ending == EnrolmentStatus.Completed || policy is NoPolicy || isExcused ? 0 : version.PriceEur;
            Charge(enrolment, owed - charged[enrolment.Id].Where(c => c.Kind == ChargeKind.BelowMinimumAttendance).Sum(c => c.AmountEur), session, version);
        }
    }

    private static EnrolmentStatus? EndingOf(AttendanceVerdict verdict, AttendedMinutes minutes) => verdict switch
    {
        AttendanceVerdict.Met => EnrolmentStatus.Completed,
        AttendanceVerdict.NotMet when minutes.Attended == 0 => EnrolmentStatus.NoShow,
        AttendanceVerdict.NotMet => EnrolmentStatus.BelowThreshold,
        _ => null,
    };

    private void Charge(Enrolment enrolment, decimal amount, Session session, CourseVersion version)
    {
        if (amount == 0)
            return;

        db.Add(new ChargeLine(enrolment.Id, enrolment.OrganisationId, ChargeKind.BelowMinimumAttendance, amount, current.Actor.Name, clock.Now));
        if (amount > 0)
            db.Add((EnrolmentFacts.Of(session, version.Title) with { AmountEur = amount })
                .To(enrolment.PersonId, MessageKind.ChargeProposed, clock.Now));
    }
}
