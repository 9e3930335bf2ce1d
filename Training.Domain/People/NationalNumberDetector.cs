using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Domain.People;

/// <summary>
/// Finds a national register number (NISS/INSZ) in free text: eleven figures, with or without dots, hyphens and blanks, whose last two
/// are 97 less the first nine modulo 97, for births before 2000 or, with a 2 put before the nine, from 2000. Its use needs an
/// authorisation under article 8 of the Act of 8 August 1983, so it is refused wherever it is typed.
/// </summary>
public static partial class NationalNumberDetector
{
    public static bool IsIn(string? text) =>
        text is { Length: >= 11 } && Candidates().Matches(text).Any(match => !IsTelephone(match.Value) && Passes(DigitsOf(match.Value)));

    private static bool Passes(string digits)
    {
        if (digits.Length != 11)
            return false;

        var body = long.Parse(digits[..9], CultureInfo.InvariantCulture);
        var check = int.Parse(digits[9..], CultureInfo.InvariantCulture);
        return 97 - (body % 97) == check || 97 - ((2_000_000_000 + body) % 97) == check;
    }

    // +32470123456 has eleven figures and may pass by chance; the international prefix says what it is.
    private static bool IsTelephone(string text) => text.StartsWith('+');

    private static string DigitsOf(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    [GeneratedRegex(@"(?<![\d])\+?\d(?:[ .\-/]{0,2}\d){10}(?!\d)")]
    private static partial Regex Candidates();
}
