using Training.Domain.Attendance.Exams;
using Training.Domain.Courses;
using Training.Domain.Parameters;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance.Policies;

/// <summary>Several rules that must all be met.</summary>
public sealed record EveryPolicy(IReadOnlyList<AttendancePolicy> Parts) : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null)
    {
        var verdicts = Parts.Select(part => part.Judge(minutes, exam)).ToHashSet();
        return verdicts.Contains(AttendanceVerdict.NotMet) ? AttendanceVerdict.NotMet
            : verdicts.Contains(AttendanceVerdict.Undecided) ? AttendanceVerdict.Undecided
            : AttendanceVerdict.Met;
    }

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null) => Parts.SelectMany(part => part.WhyNot(minutes, exam)).Distinct();

    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming)
    {
        var rooms = Parts.Select(part => part.RoomFor(soFar, coming)).ToList();
        return new AttendanceRoom(rooms.Min(room => room.Unjustified), rooms.Min(room => room.Justified));
    }

    public bool Equals(EveryPolicy? other) => other is not null && Parts.SequenceEqual(other.Parts);

    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}

/// <summary>
/// Every rule of a course and of one session of it. Each decides on something of its own: those of the school and of the guards on how
/// the course ends, the exam on the certificate of success, educational leave on its own certificate.
/// </summary>
/// <param name="Ending">What decides how the course ended, and whether it is free.</param>
public sealed record CoursePolicies(IReadOnlyList<AttendancePolicy> All, AttendancePolicy Ending)
{
    /// <param name="enrolled">The day on which somebody asked for their seat: the school's conditions of that day hold for them.</param>
    public static CoursePolicies Of(CourseVersion version, Session session, ParameterBook parameters, DateOnly enrolled)
    {
        var on = session.FirstDay!.Value;
        var kinds = session.FurtherPolicies.Union(version.FurtherPolicies).Prepend(version.Policy).Distinct().ToList();
        var bearing = kinds.Where(kind => kind is not AttendancePolicyKind.None and not AttendancePolicyKind.PelQuarter).ToList();
        if (kinds.Count > 1)
            kinds.Remove(AttendancePolicyKind.None);

        var all = kinds.ConvertAll(Rule);
        if (kinds.Contains(AttendancePolicyKind.CommunityGuard) && parameters.Flag(ParameterKeys.GuardExamRequired, on))
            all.Add(new GuardExam(parameters.Fraction(ParameterKeys.GuardPassPerSubject, on), parameters.Fraction(ParameterKeys.GuardPassOverall, on)));
        return new CoursePolicies(all, bearing switch
        {
            [] => Rule(version.Policy),
            [var one] => Rule(one),
            _ => new EveryPolicy(bearing.ConvertAll(Rule)),
        });

        AttendancePolicy Rule(AttendancePolicyKind kind) => AttendancePolicy.Of(kind, version, parameters, on, enrolled);
    }
}
