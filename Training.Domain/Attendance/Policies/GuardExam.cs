using Training.Domain.Attendance.Exams;

namespace Training.Domain.Attendance.Policies;

/// <summary>
/// Royal Decree of 15 May 2009: a share of the marks in every subject, and a larger one of all marks together. A subject from which
/// somebody is exempt leaves both sums. A course in which nothing is examined has nothing to pass.
/// </summary>
public sealed record GuardExam(decimal PerSubject, decimal Overall) : AttendancePolicy
{
    public override AttendanceVerdict Judge(AttendedMinutes minutes, ExamResult? exam = null)
    {
        if (WhyNot(minutes, exam).Any())
            return AttendanceVerdict.NotMet;
        return (exam ?? ExamResult.None).Examined.Any(subject => subject.Entry.Marks is null) ? AttendanceVerdict.Undecided : AttendanceVerdict.Met;
    }

    public override IEnumerable<Refusal> WhyNot(AttendedMinutes minutes, ExamResult? exam = null)
    {
        var examined = (exam ?? ExamResult.None).Examined.ToList();
        foreach (var subject in examined.Where(subject => subject.Entry.Marks < PerSubject * subject.OutOf))
            yield return new SubjectNotPassed(subject.Title, subject.Entry.Marks!.Value, PerSubject * subject.OutOf);

        // With full marks in all that is still to come.
        var atBest = examined.Sum(subject => subject.Entry.Marks ?? subject.OutOf);
        var needed = Overall * examined.Sum(subject => subject.OutOf);
        if (atBest < needed)
            yield return new ExamNotPassed(atBest, needed);
    }

    /// <summary>No minute of absence decides on it.</summary>
    public override AttendanceRoom RoomFor(AttendedMinutes soFar, int coming) => new(coming);
}
