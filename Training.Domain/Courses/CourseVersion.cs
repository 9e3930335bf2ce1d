using Training.Domain.Organisations;

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
    string FunderCode)
{
    /// <summary>What somebody can do afterwards.</summary>
    public LocalizedText Objectives { get; init; } = LocalizedText.Empty;

    /// <summary>What somebody should know before. Never a diploma, unless a rule of law asks for one.</summary>
    public LocalizedText Prerequisites { get; init; } = LocalizedText.Empty;

    /// <summary>How long a lesson period lasts where the course counts in them, in minutes.</summary>
    public int? LessonPeriodMinutes { get; init; }

    /// <summary>Rules beside <see cref="Policy"/>: a course of the school may also give a right to educational leave.</summary>
    public IReadOnlyList<AttendancePolicyKind> FurtherPolicies { get; init; } = [];

    /// <summary>For whom it is meant; empty means for everybody.</summary>
    public IReadOnlyList<string> FunctionCodes { get; init; } = [];

    public IReadOnlyList<string> SectorCodes { get; init; } = [];

    /// <summary>Meant for staff in direct contact with the public.</summary>
    public bool InContactWithPublic { get; init; }

    /// <summary>The partner association that gives it; nothing means the school itself.</summary>
    public OrganisationId? Provider { get; init; }

    /// <summary>The texts of which French and Dutch must say the same.</summary>
    internal IReadOnlyList<LocalizedText> Texts => [Title, Summary, Objectives, Prerequisites];

    public bool SaysTheSameAs(CourseTerms other) =>
        Texts.SequenceEqual(other.Texts)
        && (ScheduledMinutes, Policy, MinRatio, PriceEur, FunderCode) == (other.ScheduledMinutes, other.Policy, other.MinRatio, other.PriceEur, other.FunderCode)
        && (LessonPeriodMinutes, InContactWithPublic, Provider) == (other.LessonPeriodMinutes, other.InContactWithPublic, other.Provider)
        && FurtherPolicies.Order().SequenceEqual(other.FurtherPolicies.Order())
        && AreSame(ThemeCodes, other.ThemeCodes) && AreSame(FunctionCodes, other.FunctionCodes) && AreSame(SectorCodes, other.SectorCodes);

    private static bool AreSame(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Order(StringComparer.Ordinal).SequenceEqual(other.Order(StringComparer.Ordinal));
}

public sealed class CourseVersion
{
    public const int TitleMaxLength = 300;
    public const int SummaryMaxLength = 4000;

    private readonly List<CourseVersionTheme> _themes = [];
    private readonly List<CourseSubject> _subjects = [];
    private readonly List<TargetGroup> _targetGroups = [];

    private CourseVersion() =>
        (Title, Summary, Objectives, Prerequisites, FunderCode) = (LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, LocalizedText.Empty, "");

    internal CourseVersion(CourseId course, int number, CourseTerms terms) : this()
    {
        (Id, CourseId, Number) = (CourseVersionId.New(), course, number);
        State(terms);
    }

    public CourseVersionId Id { get; private set; }

    public CourseId CourseId { get; private set; }

    public int Number { get; private set; }

    public LocalizedText Title { get; private set; }

    public LocalizedText Summary { get; private set; }

    public LocalizedText Objectives { get; private set; }

    public LocalizedText Prerequisites { get; private set; }

    public int ScheduledMinutes { get; private set; }

    public int? LessonPeriodMinutes { get; private set; }

    public AttendancePolicyKind Policy { get; private set; }

    public decimal? MinRatio { get; private set; }

    /// <summary>Rules beside <see cref="Policy"/>, none of them twice.</summary>
    public IReadOnlyList<AttendancePolicyKind> FurtherPolicies { get; private set; } = [];

    /// <summary>What the employer owes when the course is not, or no longer, free.</summary>
    public decimal PriceEur { get; private set; }

    /// <summary>Whose subsidy makes the course free.</summary>
    public string FunderCode { get; private set; }

    public bool InContactWithPublic { get; private set; }

    public OrganisationId? ProviderId { get; private set; }

    /// <summary>The other language was changed since, and nobody has said that this one still says the same.</summary>
    public bool FrIsStale { get; private set; }

    public bool NlIsStale { get; private set; }

    public string? TranslationConfirmedBy { get; private set; }

    public DateTimeOffset? TranslationConfirmedAt { get; private set; }

    public IReadOnlyList<CourseVersionTheme> Themes => _themes;

    public IReadOnlyList<CourseSubject> Subjects => _subjects;

    public IReadOnlyList<TargetGroup> TargetGroups => _targetGroups;

    public IReadOnlyList<string> ThemeCodes => [.. _themes.Select(theme => theme.ThemeCode)];

    /// <summary>What the version says, with its themes and target groups loaded.</summary>
    public CourseTerms Terms => new(Title, Summary, ThemeCodes, ScheduledMinutes, Policy, MinRatio, PriceEur, FunderCode)
    {
        Objectives = Objectives,
        Prerequisites = Prerequisites,
        LessonPeriodMinutes = LessonPeriodMinutes,
        FurtherPolicies = FurtherPolicies,
        FunctionCodes = CodesOf(TargetGroupKind.Function),
        SectorCodes = CodesOf(TargetGroupKind.Sector),
        InContactWithPublic = InContactWithPublic,
        Provider = ProviderId,
    };

    public void SetSubject(string code, LocalizedText title, int lessonMinutes, int? examMarks = null)
    {
        var subject = _subjects.Find(s => s.Code == code);
        if (subject is null)
            _subjects.Add(new CourseSubject(Id, code, title, lessonMinutes, examMarks));
        else
            subject.Restate(title, lessonMinutes, examMarks ?? subject.ExamMarks);
    }

    /// <summary>Drops every subject but these.</summary>
    public void KeepSubjects(IReadOnlyCollection<string> codes) => _subjects.RemoveAll(subject => !codes.Contains(subject.Code));

    /// <summary>Somebody has read both languages and says that they say the same.</summary>
    public void ConfirmTranslation(string by, DateTimeOffset now) =>
        (FrIsStale, NlIsStale, TranslationConfirmedBy, TranslationConfirmedAt) = (false, false, by, now);

    /// <summary>True when the version already says exactly this, so that importing the same file again changes nothing.</summary>
    public bool Says(CourseTerms terms) => Terms.SaysTheSameAs(terms);

    /// <summary>Says something else in a version that nobody has seen. Which language falls behind is worked out against what it said.</summary>
    internal void Restate(CourseTerms terms)
    {
        FollowFrom(Terms, terms, FrIsStale, NlIsStale);
        State(terms);
    }

    /// <summary>Marks the language that did not change with the other: it may no longer say the same.</summary>
    internal void FollowFrom(CourseTerms before, CourseTerms after, bool frWasStale, bool nlWasStale)
    {
        var changes = before.Texts.Zip(after.Texts, (old, now) => (Fr: old.Fr != now.Fr, Nl: old.Nl != now.Nl)).ToList();
        var onlyFr = changes.Exists(change => change is { Fr: true, Nl: false });
        var onlyNl = changes.Exists(change => change is { Fr: false, Nl: true });

        // A language that lagged and is now written again has caught up.
        FrIsStale = (frWasStale && !onlyFr) || (onlyNl && !nlWasStale);
        NlIsStale = (nlWasStale && !onlyNl) || (onlyFr && !frWasStale);
    }

    private void State(CourseTerms terms)
    {
        (Title, Summary, Objectives, Prerequisites) = (terms.Title, terms.Summary, terms.Objectives, terms.Prerequisites);
        (ScheduledMinutes, LessonPeriodMinutes, Policy, MinRatio) = (terms.ScheduledMinutes, terms.LessonPeriodMinutes, terms.Policy, terms.MinRatio);
        (PriceEur, FunderCode, InContactWithPublic, ProviderId) = (terms.PriceEur, terms.FunderCode, terms.InContactWithPublic, terms.Provider);

        FurtherPolicies = [.. terms.FurtherPolicies.Where(kind => kind != terms.Policy && kind != AttendancePolicyKind.None).Distinct().Order()];

        _themes.RemoveAll(theme => !terms.ThemeCodes.Contains(theme.ThemeCode));
        _themes.AddRange(terms.ThemeCodes.Except(ThemeCodes).Select(code => new CourseVersionTheme(Id, code)));
        Aim(TargetGroupKind.Function, terms.FunctionCodes);
        Aim(TargetGroupKind.Sector, terms.SectorCodes);
    }

    private void Aim(TargetGroupKind kind, IReadOnlyList<string> codes)
    {
        _targetGroups.RemoveAll(group => group.Kind == kind && !codes.Contains(group.Code));
        _targetGroups.AddRange(codes.Except(CodesOf(kind)).Select(code => new TargetGroup(Id, kind, code)));
    }

    private IReadOnlyList<string> CodesOf(TargetGroupKind kind) => [.. _targetGroups.Where(group => group.Kind == kind).Select(group => group.Code)];
}
