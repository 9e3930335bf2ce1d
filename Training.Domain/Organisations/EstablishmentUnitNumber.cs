using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Training.Domain.Organisations;

/// <summary>
/// The number of an establishment unit in the Crossroads Bank: ten digits, the first 2 to 8, with the same check as an
/// <see cref="EnterpriseNumber"/>. Dots and spaces are accepted.
/// </summary>
public readonly record struct EstablishmentUnitNumber
{
    public const int Length = 10;

    private EstablishmentUnitNumber(string digits) => Digits = digits;

    public string Digits { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out EstablishmentUnitNumber? number)
    {
        number = null;
        var digits = new string([.. (text ?? "").Where(c => c is not (' ' or '.' or '\u00A0'))]);
        if (digits.Length != Length || !digits.All(char.IsAsciiDigit) || digits[0] is < '2' or > '8')
            return false;

        var (body, check) = (int.Parse(digits[..8], CultureInfo.InvariantCulture), int.Parse(digits[8..], CultureInfo.InvariantCulture));
        if (97 - (body % 97) != check)
            return false;

        number = new EstablishmentUnitNumber(digits);
        return true;
    }

    public static EstablishmentUnitNumber Parse(string text) =>
        TryParse(text, out var number) ? number.Value : throw new FormatException($"'{text}' is not the number of an establishment unit.");

    public override string ToString() => $"{Digits[..1]}.{Digits[1..4]}.{Digits[4..7]}.{Digits[7..]}";
}
