using System.Globalization;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;

namespace Training.Domain.TimeRelease;

/// <summary>What a scheme gives, uses up and lets move to the next year: dated figures, chosen by the scheme's code.</summary>
public static class SchemeRules
{
    /// <summary>How much may move to the next year, and until when it can be used there.</summary>
    /// <param name="LastDay">Nothing where it can be used throughout the year.</param>
    public sealed record CarryOver(decimal Fraction, DateOnly? LastDay, IReadOnlyList<Parameter> Rows);

    /// <summary>The credit of a year, or nothing where the scheme has no fixed number of hours or the employer has not adopted it.</summary>
    public static Worked CreditOf(string scheme, bool isCapped, IReadOnlyCollection<Employment> employments, Organisation employer, DateOnly on, ParameterBook parameters) =>
        scheme switch
        {
            Schemes.GecoLocal when isCapped => GecoEntitlement.Of(employments, on, parameters),
            Schemes.FederalRight => FederalRight.Of(employments, employer, on, parameters),
            _ => new Worked(0, []),
        };

    /// <summary>Only the employer's own rule can cap: the federal right is a minimum, and leave of public service has no fixed number.</summary>
    public static bool CanCap(string scheme) => scheme == Schemes.GecoLocal;

    public static bool UnjustifiedConsumes(string scheme, DateOnly day, OrganisationId employer, ParameterBook parameters) =>
        scheme == Schemes.GecoLocal && parameters.Flag(ParameterKeys.GecoUnjustifiedConsumes, day, employer.Value);

    public static CarryOver CarryOverOf(string scheme, TimeReleaseYear year, OrganisationId employer, ParameterBook parameters)
    {
        switch (scheme)
        {
            case Schemes.GecoLocal:
                var (fraction, expiry) = (
                    parameters.Row(ParameterKeys.GecoCarryOverFraction, year.Last, employer.Value),
                    parameters.Row(ParameterKeys.GecoCarryOverExpiry, year.Last, employer.Value));
                return new CarryOver(
                    decimal.Parse(fraction.Value, CultureInfo.InvariantCulture),
                    parameters.DayOfYear(ParameterKeys.GecoCarryOverExpiry, year.Last, year.Last.AddDays(1).Year, employer.Value), [fraction, expiry]);
            case Schemes.FederalRight:
                var moves = parameters.Row(ParameterKeys.IorCarryOver, year.Last);
                return new CarryOver(bool.Parse(moves.Value) ? 1 : 0, null, [moves]);
            default:
                return new CarryOver(0, null, []);
        }
    }
}
