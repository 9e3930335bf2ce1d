namespace Training.Domain.Courses;

/// <summary>A theme that a version of a course bears.</summary>
public sealed class CourseVersionTheme(CourseVersionId courseVersionId, string themeCode)
{
    public CourseVersionId CourseVersionId { get; private set; } = courseVersionId;

    public string ThemeCode { get; private set; } = themeCode;
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

    internal CourseSubject(CourseVersionId version, string code, LocalizedText title, int lessonMinutes) =>
        (Id, CourseVersionId, Code, Title, LessonMinutes) =
            (new CourseSubjectId(Guid.CreateVersion7()), version, code, title, lessonMinutes);

    public CourseSubjectId Id { get; private set; }

    public CourseVersionId CourseVersionId { get; private set; }

    public string Code { get; private set; }

    public LocalizedText Title { get; private set; }

    public int LessonMinutes { get; private set; }

    internal void Restate(LocalizedText title, int lessonMinutes) => (Title, LessonMinutes) = (title, lessonMinutes);
}
