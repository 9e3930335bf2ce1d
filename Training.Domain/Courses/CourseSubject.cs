namespace Training.Domain.Courses;

/// <summary>A theme that a version of a course bears.</summary>
public sealed class CourseVersionTheme(CourseVersionId courseVersionId, string themeCode)
{
    public CourseVersionId CourseVersionId { get; private set; } = courseVersionId;

    public string ThemeCode { get; private set; } = themeCode;
}

public enum TargetGroupKind
{
    Function,
    Sector,
}

/// <summary>A function or a sector for which a version of a course is meant.</summary>
public sealed class TargetGroup(CourseVersionId courseVersionId, TargetGroupKind kind, string code)
{
    public CourseVersionId CourseVersionId { get; private set; } = courseVersionId;

    public TargetGroupKind Kind { get; private set; } = kind;

    public string Code { get; private set; } = code;
}

public readonly record struct CourseSubjectId(Guid Value) : IId<CourseSubjectId>
{
    public static CourseSubjectId From(Guid value) => new(value);
}

/// <summary>A subject of a longer course, with its share of the lesson time (the nine of the community-guard course).</summary>
public sealed class CourseSubject
{
    public const int CodeMaxLength = 40;

    private CourseSubject() => (Code, Title) = ("", LocalizedText.Empty);

    internal CourseSubject(CourseVersionId version, string code, LocalizedText title, int lessonMinutes, int? examMarks) =>
        (Id, CourseVersionId, Code, Title, LessonMinutes, ExamMarks) =
            (new CourseSubjectId(Guid.CreateVersion7()), version, code, title, lessonMinutes, examMarks);

    public CourseSubjectId Id { get; private set; }

    public CourseVersionId CourseVersionId { get; private set; }

    public string Code { get; private set; }

    public LocalizedText Title { get; private set; }

    public int LessonMinutes { get; private set; }

    /// <summary>The most that can be earned in the exam of the subject; nothing where it is not examined.</summary>
    public int? ExamMarks { get; private set; }

    internal void Restate(LocalizedText title, int lessonMinutes, int? examMarks) => (Title, LessonMinutes, ExamMarks) = (title, lessonMinutes, examMarks);
}
