using System.Globalization;
using System.Security.Cryptography;

namespace Training.Domain.Certificates;

/// <summary>PREFIX-YYYY-NNNNNN, gapless within a year.</summary>
public readonly record struct CertificateNumber(string Prefix, int Year, int Sequence)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-{Year:0000}-{Sequence:000000}");
}

/// <summary>The last number given in a year. Its row is changed in the transaction that issues, so a number is neither lost nor given twice.</summary>
public sealed class CertificateCounter(int year)
{
    public int Year { get; private set; } = year;

    public int LastSequence { get; private set; }

    /// <summary>The first of the next numbers, taking so many at once.</summary>
    public int Take(int count)
    {
        var first = LastSequence + 1;
        LastSequence += count;
        return first;
    }
}

/// <summary>Codes that a person can type from paper: no letter or figure that is mistaken for another.</summary>
public static class VerificationCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Twenty characters of an alphabet of thirty: 98 bits.</summary>
    public static string Make() => RandomNumberGenerator.GetString(Alphabet, Certificate.CodeLength);

    /// <summary>As people copy it: small letters, blanks and hyphens are forgiven.</summary>
    public static string Normalise(string typed) =>
        new([.. typed.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
