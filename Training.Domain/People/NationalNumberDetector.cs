using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.Domain.People;

/// <summary>
/// Finds a national register number (NISS/INSZ) in free text: eleven figures, with or without dots, hyphens and blanks, whose last two
/// are 97 less the first nine modulo 97, for births before 2000 or, with a 2 put before the nine, from 2000. Its use needs an
/// authorisation under article 8 of the Act of 8 August 1983, so it is refused wherever it is typed. International telephone numbers
/// and bank accounts are recognised as such first; an enterprise number has ten figures and is never mistaken for one.
/// </summary>
public static partial class NationalNumberDetector
{
    /// <summary>What is kept of a cell that held a number: a sign that nobody types, so that its row stays refused.</summary>
    public const string Removed = "\uFFFC";

    private const int Length = 11;

    public static bool IsIn(string? text)
    {
        if (text is null || text.Length < Length || text.Count(char.IsDigit) < Length)
            return false;

        var plain = Accounts().Replace(Ids().Replace(text.Normalize(NormalizationForm.FormKC), " "), account => IsAccount(account.Value) ? " " : account.Value);
        plain = Telephones().Replace(plain, " ");
        return Candidates().Matches(plain).Any(match => Passes(DigitsOf(match.Groups[1].Value)));
    }

    private static bool Passes(string digits)
    {
        var body = long.Parse(digits[..9], CultureInfo.InvariantCulture);
        var check = int.Parse(digits[9..], CultureInfo.InvariantCulture);
        return 97 - (body % 97) == check || 97 - ((2_000_000_000 + body) % 97) == check;
    }

    // The check of ISO 13616: the first four signs go last, letters count from A = 10, and the whole leaves 1 modulo 97.
    private static bool IsAccount(string text)
    {
        var signs = text.Where(char.IsAsciiLetterOrDigit).ToArray();
        var digits = string.Concat(signs.Skip(4).Concat(signs.Take(4)).Select(c => char.IsAsciiDigit(c) ? $"{c}" : $"{char.ToUpperInvariant(c) - 'A' + 10}"));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static string DigitsOf(string text) => new([.. text.Where(char.IsAsciiDigit)]);

    // Our own ids are full of figures and hyphens.
    [GeneratedRegex(@"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b")]
    private static partial Regex Ids();

    // A longer run of figures that begins earlier must not hide a number within it, hence the look ahead.
    [GeneratedRegex(@"(?<!\d)(?=(\d(?:[\s.\-\u2010-\u2015/_]{0,3}\d){10})(?!\d))")]
    private static partial Regex Candidates();

    // The plus says what it is: +32470123456 has eleven figures and may pass by chance.
    [GeneratedRegex(@"\+\(?[1-9]\d{0,2}\)?(?:[\s./\-]{0,2}\(?\d\)?){6,12}(?!\d)")]
    private static partial Regex Telephones();

    [GeneratedRegex(@"\b[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?\b")]
    private static partial Regex Accounts();
}
