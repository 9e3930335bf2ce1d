using Training.Domain.People;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>What one session takes of one year's time release, and what is left of it before.</summary>
public readonly record struct YearForecast(int Year, int NeededMinutes, int AvailableMinutes, bool IsCapped)
{
    public int AfterMinutes => AvailableMinutes - NeededMinutes;

    public bool IsEnough => !IsCapped || AfterMinutes >= 0;
}

/// <summary>What a session would take of one scheme that fits the post.</summary>
/// <param name="Years">One line for each of the scheme's years in which the session teaches.</param>
/// <param name="Leave">What the lessons give, where leave is counted in lesson periods.</param>
public sealed record SchemeForecast(string Scheme, IReadOnlyList<YearForecast> Years, EducationalLeave? Leave = null)
{
    /// <summary>Nothing is refused under it.</summary>
    public bool IsEnough => Years.All(year => year.IsEnough);

    /// <summary>Its hours suffice: stricter than what is refused, as the federal right has a number of hours and yet caps nothing.</summary>
    public bool HasHours => Years.All(year => year.IsEnough && (Scheme != Schemes.FederalRight || year.AfterMinutes >= 0));
}

/// <summary>What enrolling somebody would come to, worked out before anybody asks for it.</summary>
/// <param name="Fitting">The schemes that fit the post, in the order in which they are proposed; none where nothing is released.</param>
/// <param name="Answers">What each rule says, in the order in which it is explained; of the hours, under the scheme that is proposed.</param>
public sealed record EnrolmentForecast(
    PersonId Person, Employment? Employment, IReadOnlyList<SchemeForecast> Fitting, IReadOnlyList<RuleAnswer> Answers)
{
    /// <summary>The first scheme whose hours suffice, or the first that fits.</summary>
    public SchemeForecast? Proposed => ProposedOf(Fitting);

    public string? Scheme => Proposed?.Scheme;

    /// <summary>Why the request would be refused under the scheme that is proposed, or nothing.</summary>
    public Refusal? Obstacle => Answers.Select(answer => answer.Why).FirstOrDefault(why => why is not null);

    /// <summary>Hours are all that is missing, and another scheme than the proposed one would give them.</summary>
    public bool FitsUnderAnother => Obstacle is NotEnoughTimeRelease && Fitting.Any(fitting => fitting.IsEnough);

    public static SchemeForecast? ProposedOf(IReadOnlyList<SchemeForecast> fitting) =>
        fitting.FirstOrDefault(scheme => scheme.HasHours) ?? (fitting.Count > 0 ? fitting[0] : null);

    /// <summary>Why the request would be refused under a scheme that somebody chose, or outside any; or nothing.</summary>
    /// <param name="name">Of the person, as the refusal says it.</param>
    /// <param name="except">A rule that does not count here.</param>
    public Refusal? ObstacleUnder(string? scheme, string name, EligibilityRule? except = null)
    {
        if (Answers.FirstOrDefault(answer => answer.Rule != EligibilityRule.TimeRelease && answer.Rule != except && answer.Why is not null) is { } other)
            return other.Why;
        if (scheme is null)
            return null;

        return Fitting.FirstOrDefault(fitting => fitting.Scheme == scheme) is { } chosen ? ShortageOf(chosen) : new SchemeDoesNotFit(name, scheme);
    }

    /// <summary>What is missing under a scheme, or nothing.</summary>
    public static NotEnoughTimeRelease? ShortageOf(SchemeForecast scheme) => scheme.Years
        .Where(year => !year.IsEnough)
        .Select(year => new NotEnoughTimeRelease(year.NeededMinutes, Math.Max(0, year.AvailableMinutes)))
        .FirstOrDefault();
}
