using Training.Domain.Courses;
using Training.Domain.People;

namespace Training.Domain.Funding;

public readonly record struct GrantId(Guid Value) : IId<GrantId>
{
    public static GrantId From(Guid value) => new(value);
}

/// <summary>What a grant pays for. One minute may be paid once on each basis, and never twice on the same.</summary>
public enum CostBasis
{
    /// <summary>Giving the course.</summary>
    Delivery,

    /// <summary>The participant's paid time.</summary>
    Wage,

    /// <summary>Getting there.</summary>
    Travel,
}

/// <summary>What a funder accepts as the signature under a half-day.</summary>
public enum SignatureKind
{
    /// <summary>A sheet for each half-day, signed by hand by participant and trainer, scanned and digested.</summary>
    PaperHalfDay,

    /// <summary>An own sign-in with time and the trainer's countersignature.</summary>
    SimpleElectronic,

    /// <summary>A qualified signature through an outside provider.</summary>
    QualifiedElectronic,

    /// <summary>The register alone will do.</summary>
    NotAsked,
}

/// <summary>Which attendance a grant pays by itself. Nothing said means no limit.</summary>
/// <param name="CoursesOfFunder">Only courses that this funder makes free.</param>
/// <param name="Posts">Only people in a post of this status.</param>
public sealed record GrantReach(bool CoursesOfFunder, string? ThemeCode, FundingStatus? Posts);

/// <summary>What the decree of a grant says. A lower <paramref name="Priority"/> pays first, and takes back last.</summary>
/// <param name="Reference">Of the decree, as the funder writes it.</param>
/// <param name="Axis">Priority axis, measure or strand, as the funder numbers it.</param>
/// <param name="BudgetMinutes">How many minutes it pays at most.</param>
/// <param name="EurPerHour">Where an hour has a flat rate.</param>
/// <param name="Mention">What every document paid by it must bear.</param>
/// <param name="EvidenceRules">What the funder asks to be kept and shown.</param>
public sealed record GrantTerms(
    LocalizedText Title,
    string Reference,
    DateOnly From,
    DateOnly To,
    string? Axis,
    CostBasis Basis,
    int BudgetMinutes,
    decimal AmountEur,
    decimal? EurPerHour,
    int Priority,
    GrantReach Reach,
    SignatureKind Signature,
    LocalizedText Mention,
    string? EvidenceRules);

/// <summary>Money that a funder gave under a programme, for a period, with its rules.</summary>
public sealed class Grant
{
    public const int CodeMaxLength = 40;
    public const int TextMaxLength = 200;
    public const int RulesMaxLength = 2000;

    private readonly List<GrantDeadline> _deadlines = [];

    private Grant() => (Code, Title, Reference, Mention) = ("", LocalizedText.Empty, "", LocalizedText.Empty);

    public Grant(string code, ProgrammeId programme, GrantTerms terms) : this()
    {
        (Id, Code, ProgrammeId) = (new GrantId(Guid.CreateVersion7()), code, programme);
        Restate(terms);
    }

    public GrantId Id { get; private set; }

    public string Code { get; private set; }

    public ProgrammeId ProgrammeId { get; private set; }

    public LocalizedText Title { get; private set; }

    public string Reference { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public string? Axis { get; private set; }

    public CostBasis Basis { get; private set; }

    public int BudgetMinutes { get; private set; }

    public decimal AmountEur { get; private set; }

    public decimal? EurPerHour { get; private set; }

    public int Priority { get; private set; }

    public bool OnlyCoursesOfFunder { get; private set; }

    public string? OnlyTheme { get; private set; }

    public FundingStatus? OnlyPosts { get; private set; }

    public SignatureKind Signature { get; private set; }

    public LocalizedText Mention { get; private set; }

    public string? EvidenceRules { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<GrantDeadline> Deadlines => _deadlines;

    public bool Covers(DateOnly day) => From <= day && day <= To;

    public void Restate(GrantTerms terms)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(terms.From, terms.To);
        ArgumentOutOfRangeException.ThrowIfNegative(terms.BudgetMinutes);

        (Title, Reference, From, To, Axis) = (terms.Title, terms.Reference, terms.From, terms.To, terms.Axis);
        (Basis, BudgetMinutes, AmountEur, EurPerHour, Priority) = (terms.Basis, terms.BudgetMinutes, terms.AmountEur, terms.EurPerHour, terms.Priority);
        (OnlyCoursesOfFunder, OnlyTheme, OnlyPosts) = (terms.Reach.CoursesOfFunder, terms.Reach.ThemeCode, terms.Reach.Posts);
        (Signature, Mention, EvidenceRules) = (terms.Signature, terms.Mention, terms.EvidenceRules);
        Version++;
    }

    /// <summary>A date by which the funder wants something. Saying the same twice is harmless.</summary>
    public void MustDeliver(DateOnly on, LocalizedText what)
    {
        if (!_deadlines.Exists(deadline => deadline.On == on && deadline.What == what))
            _deadlines.Add(new GrantDeadline(Id, on, what));
    }
}

public readonly record struct GrantDeadlineId(Guid Value) : IId<GrantDeadlineId>
{
    public static GrantDeadlineId From(Guid value) => new(value);
}

/// <summary>A day by which the funder wants a report, a claim or a proof.</summary>
public sealed class GrantDeadline
{
    private GrantDeadline() => What = LocalizedText.Empty;

    internal GrantDeadline(GrantId grant, DateOnly on, LocalizedText what) =>
        (Id, GrantId, On, What) = (new GrantDeadlineId(Guid.CreateVersion7()), grant, on, what);

    public GrantDeadlineId Id { get; private set; }

    public GrantId GrantId { get; private set; }

    public DateOnly On { get; private set; }

    public LocalizedText What { get; private set; }

    internal void Restate(DateOnly on, LocalizedText what) => (On, What) = (on, what);
}
