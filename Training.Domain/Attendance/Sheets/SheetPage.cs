using System.Globalization;
using System.Security.Cryptography;

namespace Training.Domain.Attendance.Sheets;

/// <summary>
/// One page of the sign-in sheet of a half-day, by what is printed on it: the code of the half-day and the number of the page. The
/// code says nothing of the session to whoever finds the paper.
/// </summary>
public readonly record struct SheetPage(string Code, int Number)
{
    public const int CodeLength = 10;
    private const int MaxNumber = 99;

    // No letter or figure that is mistaken for another, as on certificates: 49 bits.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>From what a reader of QR codes found, which is an address, or from what somebody copied by hand.</summary>
    public static SheetPage? Read(string? text)
    {
        var last = (text ?? "").Split('?')[0].TrimEnd('/').Split('/')[^1];
        var typed = new string([.. last.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        if (typed.Length < CodeLength)
            return null;

        var rest = typed[CodeLength..];
        var number = rest.Length == 0 ? 1 : int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : 0;
        return number is >= 1 and <= MaxNumber ? new SheetPage(typed[..CodeLength], number) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}-{Number}");
}
