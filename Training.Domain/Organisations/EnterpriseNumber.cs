using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Training.Domain.Organisations;

/// <summary>
/// A number of the Belgian Crossroads Bank for Enterprises (KBO/BCE): ten digits, the first 0 or 1, the last two being
/// 97 less the first eight modulo 97. <c>BE</c>, dots, spaces and the old nine digits are accepted.
/// </summary>
public readonly record struct EnterpriseNumber
{
    public const int Length = 10;

    private EnterpriseNumber(string digits) => Digits = digits;

    /// <summary>The ten digits, without dots.</summary>
    public string Digits { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EnterpriseNumber? number)
    {
        number = null;
        var digits = new string([.. (text ?? "").Where(c => c is not (' ' or '.' or '\u00A0'))]);
        if (digits.StartsWith("BE", StringComparison.OrdinalIgnoreCase))
            digits = digits[2..];
        if (digits.Length == Length - 1)
            digits = "0" + digits;
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || digits[0] is not ('0' or '1'))
            return false;

        var (body, check) = (int.Parse(digits[..8], CultureInfo.InvariantCulture), int.Parse(digits[8..], CultureInfo.InvariantCulture));
        if (97 - (body % 97) != check)
            return false;

        number = new EnterpriseNumber(digits);
        return true;
    }

    public static EnterpriseNumber Parse(string text) =>
        TryParse(text, out var number) ? number.Value : throw new FormatException($"'{text}' is not an enterprise number.");

    public override string ToString() => $"{Digits[..4]}.{Digits[4..7]}.{Digits[7..]}";
}
