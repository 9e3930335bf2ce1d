namespace Training.Domain.Courses;

public readonly record struct CourseVersionId(Guid Value) : IId<CourseVersionId>
{
    public static CourseVersionId New() => new(Guid.CreateVersion7());

    public static CourseVersionId From(Guid value) => new(value);
}

/// <summary>Which of the attendance rules a course follows; the rules themselves are in <c>Attendance/Policies</c>.</summary>
public enum AttendancePolicyKind
{
    None,

    /// <summary>The school's own condition: a minimum share of the hours (75 %, or 100 % for some short digital courses).</summary>
    GsobThreshold,

    /// <summary>Royal Decree of 15 May 2009: at most 20 % justified and no unjustified absence.</summary>
    CommunityGuard,

    /// <summary>Paid educational leave: at most 10 % unjustified absence in a quarter.</summary>
    PelQuarter,
}

/// <summary>What a course promises and asks. <paramref name="MinRatio"/> is the share of hours to attend, between 0 and 1.</summary>
public sealed record CourseTerms(
    LocalizedText Title,
    LocalizedText Summary,
    IReadOnlyList<string> ThemeCodes,
    int ScheduledMinutes,
    AttendancePolicyKind Policy,
    decimal? MinRatio,
    decimal PriceEur,
    string FunderCode);

public sealed class CourseVersion
{
    public const int TitleMaxLength = 300;
    public const int SummaryMaxLength = 4000;

    private readonly List<CourseVersionTheme> _themes = [];
    private readonly List<CourseSubject> _subjects = [];

    private CourseVersion() => (Title, Summary, FunderCode) = (LocalizedText.Empty, LocalizedText.Empty, "");

    internal CourseVersion(CourseId course, int number, CourseTerms terms)
    {
        (Id, CourseId, Number) = (CourseVersionId.New(), course, number);
        (Title, Summary, ScheduledMinutes) = (terms.Title, terms.Summary, terms.ScheduledMinutes);
        (Policy, MinRatio, PriceEur, FunderCode) = (terms.Policy, terms.MinRatio, terms.PriceEur, terms.FunderCode);
        _themes.AddRange(terms.ThemeCodes.Select(code => new CourseVersionTheme(Id, code)));
    }

    public CourseVersionId Id { get; private set; }

    public CourseId CourseId { get; private set; }

    public int Number { get; private set; }

    public LocalizedText Title { get; private set; }

    public LocalizedText Summary { get; private set; }

    public int ScheduledMinutes { get; private set; }

    public AttendancePolicyKind Policy { get; private set; }

    public decimal? MinRatio { get; private set; }

    /// <summary>What the employer owes when the course is not, or no longer, free.</summary>
    public decimal PriceEur { get; private set; }

    /// <summary>Whose subsidy makes the course free.</summary>
    public string FunderCode { get; private set; }

    public IReadOnlyList<CourseVersionTheme> Themes => _themes;

    public IReadOnlyList<CourseSubject> Subjects => _subjects;

    public IReadOnlyList<string> ThemeCodes => [.. _themes.Select(theme => theme.ThemeCode)];

    public void SetSubject(string code, LocalizedText title, int lessonMinutes)
    {
        var subject = _subjects.Find(s => s.Code == code);
        if (subject is null)
            _subjects.Add(new CourseSubject(Id, code, title, lessonMinutes));
        else
            subject.Restate(title, lessonMinutes);
    }

    /// <summary>True when the version already says exactly this, so that importing the same file again changes nothing.</summary>
    public bool Says(CourseTerms terms) =>
        (Title, Summary, ScheduledMinutes, Policy, MinRatio, PriceEur, FunderCode)
            == (terms.Title, terms.Summary, terms.ScheduledMinutes, terms.Policy, terms.MinRatio, terms.PriceEur, terms.FunderCode)
        && ThemeCodes.Order().SequenceEqual(terms.ThemeCodes.Order());
}
