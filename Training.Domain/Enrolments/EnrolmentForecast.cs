using Training.Domain.People;

namespace Training.Domain.Enrolments;

/// <summary>What one session takes of one year's time release, and what is left of it before.</summary>
public readonly record struct YearForecast(int Year, int NeededMinutes, int AvailableMinutes, bool IsCapped)
{
    public int AfterMinutes => AvailableMinutes - NeededMinutes;

    public bool IsEnough => !IsCapped || AfterMinutes >= 0;
}

/// <summary>What enrolling somebody would come to, worked out before anybody asks for it.</summary>
/// <param name="Scheme">The time-release scheme that fits the post, or nothing.</param>
/// <param name="Years">One line for each calendar year in which the session teaches; none outside any scheme.</param>
/// <param name="Answers">What each rule says, in the order in which it is explained.</param>
public sealed record EnrolmentForecast(
    PersonId Person, Employment? Employment, string? Scheme, IReadOnlyList<YearForecast> Years, IReadOnlyList<RuleAnswer> Answers)
{
    /// <summary>Why the request would be refused, or nothing.</summary>
    public Refusal? Obstacle => Answers.Select(answer => answer.Why).FirstOrDefault(why => why is not null);
}
