using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>What one person followed of one session. Durations are minutes.</summary>
public sealed record SessionHours(ParticipantTraits Who, SessionFacts Session, int Attended, int Exchange, bool IsCertified, bool IsNoShow);

/// <summary>The same hours as <see cref="TrainingHoursQuery"/> gives person by person, session by session, of the same people.</summary>
public sealed class HoursOfSessions(Participations participations)
{
    public async Task<IReadOnlyList<SessionHours>> FindAsync(ReportContext context, IReadOnlyList<TrainingHoursLine> lines, CancellationToken ct)
    {
        // What a person is at an employer is said once: on the last day of the period, not on that of each course.
        var people = lines.ToDictionary(line => (line.Who.OrganisationCode, line.Who.Person), line => line.Who);
        var narrowed = context.Question.Narrowed.Where(one => !one.Dimension.IsOfPeople).ToList();
        var found = new List<SessionHours>();
        foreach (var p in await participations.FindAsync(context, ct, belongs: (who, session) =>
            people.ContainsKey((who.OrganisationCode, who.Person)) && narrowed.TrueForAll(one => one.Dimension.OfSession!(session).Key == one.Value)))
        {
            var (isCourse, hasEnded) = (p.Session.Kind == CourseKind.Course, p.Session.LastDay >= context.Question.From && p.Session.LastDay <= context.Question.To);
            found.Add(new SessionHours(
                people[(p.Who.OrganisationCode, p.Who.Person)], p.Session, isCourse ? p.Attended : 0, isCourse ? 0 : p.Attended, p.Certified && hasEnded,
                hasEnded && p.Status == EnrolmentStatus.NoShow));
        }

        return [.. found.Where(one => one.Attended + one.Exchange > 0 || one.IsCertified || one.IsNoShow)];
    }
}
