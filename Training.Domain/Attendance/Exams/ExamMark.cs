using Training.Domain.Courses;
using Training.Domain.Enrolments;

namespace Training.Domain.Attendance.Exams;

public readonly record struct ExamMarkId(Guid Value) : IId<ExamMarkId>
{
    public static ExamMarkId From(Guid value) => new(value);
}

/// <summary>
/// What somebody earned in the exam of one subject, or that they are exempt from it. Of several for the same the last holds; none is
/// ever changed.
/// </summary>
public sealed class ExamMark
{
    private ExamMark() => (SubjectCode, RecordedBy) = ("", "");

    internal ExamMark(EnrolmentId enrolment, string subject, int sequence, ExamEntry entry, string by, DateTimeOffset now)
    {
        (Id, EnrolmentId, SubjectCode, Sequence) = (new ExamMarkId(Guid.CreateVersion7()), enrolment, subject, sequence);
        (Marks, IsExempt, RecordedBy, RecordedAt) = (entry.IsExempt ? null : entry.Marks, entry.IsExempt, by, now);
    }

    public ExamMarkId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    /// <summary>Of the course version of the session (<see cref="CourseSubject.Code"/>).</summary>
    public string SubjectCode { get; private set; }

    /// <summary>The how manieth entry of the same person and subject.</summary>
    public int Sequence { get; private set; }

    /// <summary>Nothing where an earlier entry was withdrawn, or the person is exempt.</summary>
    public decimal? Marks { get; private set; }

    /// <summary>The competent directorate has exempted the person from the subject; it leaves both sums.</summary>
    public bool IsExempt { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public ExamEntry Entry => new(Marks, IsExempt);
}

/// <summary>What is said of one person and subject.</summary>
public readonly record struct ExamEntry(decimal? Marks, bool IsExempt)
{
    public bool IsEmpty => Marks is null && !IsExempt;
}
