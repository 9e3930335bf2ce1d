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

    /// <summary>Adds a version that is not yet seen by the public. What earlier sessions were sold with stays as it was.</summary>
    public CourseVersion Revise(CourseTerms terms)
    {
        var version = new CourseVersion(Id, _versions.Count + 1, terms);
        _versions.Add(version);
        return version;
    }

    /// <summary>Shows a version in the catalogue, unless one of the two languages is missing from its title.</summary>
    public Outcome<Done> Publish(CourseVersion version)
    {
        if (version.Title.Fr.Length == 0 || version.Title.Nl.Length == 0)
            return new TranslationMissing(Code);

        PublishedVersionId = version.Id;
        return new Done();
    }
}
