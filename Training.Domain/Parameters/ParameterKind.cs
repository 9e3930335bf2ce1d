using System.Globalization;
using System.Text.RegularExpressions;
using Training.Domain.TimeRelease;

namespace Training.Domain.Parameters;

public enum ParameterKind
{
    WholeNumber,
    Fraction,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesOrNo,

    /// <summary>A day of the year, <c>03-31</c>.</summary>
    DayOfYear,

    Words,
}

public static partial class ParameterKinds
{
    /// <summary>The kind that fits every value a key has had: what code parses, a form must not be able to break.</summary>
    public static ParameterKind Of(IEnumerable<string> values) => values.Select(Of).DefaultIfEmpty(ParameterKind.Words).Aggregate(Wider);

    public static ParameterKind Of(string value) => value switch
    {
        "true" or "false" => ParameterKind.YesOrNo,
        _ when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _) => ParameterKind.WholeNumber,
        _ when decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => ParameterKind.Fraction,
        _ when DayPattern().IsMatch(value) => ParameterKind.DayOfYear,
        _ => ParameterKind.Words,
    };

    public static bool Takes(this ParameterKind kind, string value) => kind == ParameterKind.Words ? value.Length > 0 : Wider(kind, Of(value)) == kind;

    /// <summary>The only words that the rules know for a key; nothing where any will do.</summary>
    public static IReadOnlyList<string>? WordsOf(string key) => key switch
    {
        ParameterKeys.PelCategory => Enum.GetNames<PelCategory>(),
        ParameterKeys.GecoProRata => [GecoEntitlement.ByDays, GecoEntitlement.ByMonths],
        _ => null,
    };

    private static ParameterKind Wider(ParameterKind a, ParameterKind b) => (a, b) switch
    {
        _ when a == b => a,
        (ParameterKind.WholeNumber, ParameterKind.Fraction) or (ParameterKind.Fraction, ParameterKind.WholeNumber) => ParameterKind.Fraction,
        _ => ParameterKind.Words,
    };

    [GeneratedRegex("^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")]
    private static partial Regex DayPattern();
}
