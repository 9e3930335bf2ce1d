using Training.Domain.Enrolments;

namespace Training.Web.Features.Enrolments;

/// <summary>The schemes among which somebody chooses for a person, with the one that is chosen or proposed.</summary>
/// <param name="Field">The name of the field that is posted.</param>
public sealed record SchemeChoice(string Field, string Id, string Person, IReadOnlyList<SchemeForecast> Fitting, string? Chosen)
{
    /// <param name="typed">What was chosen before.</param>
    public static SchemeChoice Of(string field, string id, string person, EnrolmentForecast ahead, string? typed) =>
        new(field, id, person, ahead.Fitting, typed ?? (ahead.FitsUnderAnother ? ahead.Fitting.First(fitting => fitting.IsEnough).Scheme : ahead.Scheme));
}
