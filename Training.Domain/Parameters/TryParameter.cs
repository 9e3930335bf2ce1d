using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Policies;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Parameters;

/// <summary>What a change of a parameter would have made different in a past stretch of time. Nothing is saved.</summary>
public sealed class TryParameter(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="Draft">The row as <see cref="ChangeParameter.DraftAsync"/> gives it.</param>
    public sealed record Request(Parameter Draft, DateOnly From, DateOnly To);

    /// <param name="DaysDifferent">Days of the stretch on which the key would have said something else, for all or for the scope concerned.</param>
    /// <param name="Before">What it said on the last of them, or nothing where it had no value.</param>
    public sealed record Answer(int DaysDifferent, string? Before, IReadOnlyList<Ending> Endings, IReadOnlyList<Credit> Credits);

    /// <summary>A session that would have ended otherwise for somebody.</summary>
    public sealed record Ending(string Person, string Session, AttendanceVerdict Was, AttendanceVerdict WouldBe);

    /// <summary>A yearly entitlement that would have been another one.</summary>
    public sealed record Credit(string Person, LocalizedText Employer, int WasMinutes, int WouldBeMinutes);

    public async Task<Answer> HandleAsync(Request request, CancellationToken ct)
    {
        var now = await db.ParameterBookAsync(ct);
        var then = now.With(request.Draft);
        Guid[] scopes = request.Draft.ScopeId is { } scope ? [scope] : [];
        var different = Days(request.From, request.To)
            .Where(day => now.Find(request.Draft.Key, day, scopes)?.Value != then.Find(request.Draft.Key, day, scopes)?.Value).ToList();

        return new Answer(
            different.Count,
            different.Count == 0 ? null : now.Find(request.Draft.Key, different[^1], scopes)?.Value,
            different.Count == 0 ? [] : await EndingsAsync(request, now, then, ct),
            different.Count == 0 || !request.Draft.Key.StartsWith("geco.", StringComparison.Ordinal) ? [] : await CreditsAsync(request, now, then, ct));
    }

    private static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to) =>
        Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays);

    private async Task<IReadOnlyList<Ending>> EndingsAsync(Request request, ParameterBook now, ParameterBook then, CancellationToken ct)
    {
        var ended = await (
            from session in db.Sessions.AsNoTracking()
            join version in db.CourseVersions.Include(v => v.Themes) on session.CourseVersionId equals version.Id
            where session.LastDay >= request.From && session.LastDay <= request.To
            orderby session.LastDay, session.Code
            select new { Session = session, session.Id, session.Code, Version = version }).ToListAsync(ct);
        var endings = new List<Ending>();
        foreach (var session in ended)
        {
            AttendancePolicy RuleIn(ParameterBook book, DateTimeOffset requestedAt) =>
                CoursePolicies.Of(session.Version, session.Session, book, clock.DateOn(requestedAt)).Ending;

            var seated = await (
                from enrolment in db.Enrolments
                join person in db.People on enrolment.PersonId equals person.Id
                where enrolment.SessionId == session.Id && enrolment.HoldsSeat && enrolment.Status != EnrolmentStatus.EmployerPending
                orderby person.LastName, person.FirstName
                select new { enrolment.Id, enrolment.RequestedAt, Name = person.FirstName + " " + person.LastName }).ToListAsync(ct);
            var concerned = seated
                .Select(seat => (seat.Id, seat.Name, Was: RuleIn(now, seat.RequestedAt), WouldBe: RuleIn(then, seat.RequestedAt)))
                .Where(seat => seat.Was != seat.WouldBe).ToList();
            if (concerned.Count == 0)
                continue;

            var attendance = await SessionAttendance.LoadAsync(db, session.Id, ct);
            endings.AddRange(concerned
                .Select(seat => (seat, Minutes: attendance.MinutesOf(seat.Id, attendance.Slots)))
                .Select(one => new Ending(one.seat.Name, session.Code, one.seat.Was.Judge(one.Minutes), one.seat.WouldBe.Judge(one.Minutes)))
                .Where(ending => ending.Was != ending.WouldBe));
        }

        return endings;
    }

    private async Task<IReadOnlyList<Credit>> CreditsAsync(Request request, ParameterBook now, ParameterBook then, CancellationToken ct)
    {
        var adopted = await db.SchemeAdoptions.AsNoTracking()
            .Where(a => a.Scheme == Schemes.GecoLocal && a.From <= request.To && (a.To == null || a.To >= request.From)).Select(a => a.OrganisationId).ToListAsync(ct);
        var staff = await (
            from employment in db.Employments.AsNoTracking()
            join person in db.People on employment.PersonId equals person.Id
            join employer in db.Organisations on employment.OrganisationId equals employer.Id
            where adopted.Contains(employment.OrganisationId) && employment.FundingStatus != FundingStatus.NotGeco && employment.StaffCategory != StaffCategory.Volunteer
            orderby person.LastName, person.FirstName
            select new { Employment = employment, Name = person.FirstName + " " + person.LastName, Employer = employer.Name }).ToListAsync(ct);

        return [.. staff.GroupBy(row => (row.Employment.PersonId, row.Employment.OrganisationId))
            .Select(rows => (rows.First().Name, rows.First().Employer, Employments: rows.Select(row => row.Employment).ToList()))
            .Select(who => new Credit(
                who.Name, who.Employer,
                GecoEntitlement.Of(who.Employments, request.To, now).Minutes, GecoEntitlement.Of(who.Employments, request.To, then).Minutes))
            .Where(credit => credit.WasMinutes != credit.WouldBeMinutes)];
    }
}
