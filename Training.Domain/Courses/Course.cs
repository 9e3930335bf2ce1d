namespace Training.Domain.Courses;

public readonly record struct CourseId(Guid Value) : IId<CourseId>
{
    public static CourseId New() => new(Guid.CreateVersion7());

    public static CourseId From(Guid value) => new(value);
}

public enum CourseKind
{
    Course,

    /// <summary>Intervision, practice exchange, visit: its hours are counted in a bucket of their own.</summary>
    Exchange,
}

/// <summary>A training on offer. What it says and asks is in its versions; a session keeps the version with which it was sold.</summary>
public sealed class Course
{
    public const int CodeMaxLength = 20;

    private readonly List<CourseVersion> _versions = [];

    private Course() => Code = "";

    public Course(string code, CourseKind kind)
    {
        (Id, Code, Kind) = (CourseId.New(), code, kind);
    }

    public CourseId Id { get; private set; }

    public string Code { get; private set; }

    public CourseKind Kind { get; private set; }

    public CourseVersionId? PublishedVersionId { get; private set; }

    public IReadOnlyList<CourseVersion> Versions => _versions;

    public CourseVersion? Published => _versions.Find(version => version.Id == PublishedVersionId);

    public CourseVersion? Latest => _versions.MaxBy(version => version.Number);

    /// <summary>
    /// Says something new in a version that is not yet seen by the public: a new one, or the one that is being prepared. What earlier
    /// sessions were sold with stays as it was.
    /// </summary>
    public CourseVersion Revise(CourseTerms terms)
    {
        var before = Latest;
        if (before is not null && before.Id != PublishedVersionId)
        {
            before.Restate(terms);
            return before;
        }

        var version = new CourseVersion(Id, (before?.Number ?? 0) + 1, terms);
        if (before is not null)
        {
            version.FollowFrom(before.Terms, terms, before.FrIsStale, before.NlIsStale);
            foreach (var subject in before.Subjects)
                version.SetSubject(subject.Code, subject.Title, subject.LessonMinutes, subject.ExamMarks);
        }

        _versions.Add(version);
        return version;
    }

    /// <summary>
    /// Shows a version in the catalogue, unless a text is missing in one of the two languages or one of them has fallen behind the other.
    /// </summary>
    public Outcome<Done> Publish(CourseVersion version)
    {
        var texts = version.Terms.Texts.Concat(version.Subjects.Select(subject => subject.Title));
        if (version.Title.Fr.Length == 0 || texts.Any(text => (text.Fr.Length == 0) != (text.Nl.Length == 0)))
            return new TranslationMissing(Code);
        if (version.FrIsStale || version.NlIsStale)
            return new TranslationStale(Code);

        PublishedVersionId = version.Id;
        return new Done();
    }
}
