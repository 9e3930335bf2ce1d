using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance.Exams;

/// <summary>One subject of somebody's exam.</summary>
/// <param name="OutOf">The most that can be earned.</param>
public sealed record ExamSubject(string Code, LocalizedText Title, int OutOf, ExamEntry Entry);

/// <summary>How somebody's exam stands, subject by subject. A course without examined subjects has an empty one.</summary>
public sealed record ExamResult(IReadOnlyList<ExamSubject> Subjects)
{
    public static readonly ExamResult None = new([]);

    /// <summary>The subjects that count: those from which the person is not exempt.</summary>
    public IEnumerable<ExamSubject> Examined => Subjects.Where(subject => !subject.Entry.IsExempt);
}

/// <summary>The exam of one session: its subjects and what everybody earned.</summary>
public sealed class SessionExam
{
    private readonly IReadOnlyList<CourseSubject> _subjects;
    private readonly Dictionary<(EnrolmentId, string), ExamMark> _marks;

    private SessionExam(IReadOnlyList<CourseSubject> subjects, IEnumerable<ExamMark> marks)
    {
        _subjects = subjects;
        _marks = marks.GroupBy(mark => (mark.EnrolmentId, mark.SubjectCode)).ToDictionary(entries => entries.Key, entries => entries.MaxBy(entry => entry.Sequence)!);
    }

    public IReadOnlyList<CourseSubject> Subjects => _subjects;

    public static async Task<SessionExam> LoadAsync(TrainingDbContext db, SessionId session, CancellationToken ct)
    {
        var subjects = await db.Set<CourseSubject>().AsNoTracking()
            .Where(subject => subject.ExamMarks != null && db.Sessions.Any(s => s.Id == session && s.CourseVersionId == subject.CourseVersionId))
            .OrderByDescending(subject => subject.LessonMinutes).ThenBy(subject => subject.Code).ToListAsync(ct);
        var marks = subjects.Count == 0
            ? []
            : await db.ExamMarks.AsNoTracking().Where(mark => db.Enrolments.Any(e => e.Id == mark.EnrolmentId && e.SessionId == session)).ToListAsync(ct);
        return new SessionExam(subjects, marks);
    }

    public ExamMark? HoldingOf(EnrolmentId enrolment, string subject) => _marks.GetValueOrDefault((enrolment, subject));

    public ExamResult ResultOf(EnrolmentId enrolment) => _subjects.Count == 0 ? ExamResult.None : new ExamResult(
        [.. _subjects.Select(subject => new ExamSubject(subject.Code, subject.Title, subject.ExamMarks!.Value, HoldingOf(enrolment, subject.Code)?.Entry ?? default))]);
}
