using PhoneNumbers;

namespace Training.Domain.People;

/// <summary>A telephone number as people write it: with or without a country, blanks, dots, slashes or brackets.</summary>
public static class TelephoneNumber
{
    /// <summary>A plus and at most fifteen figures, as E.164 of the ITU has it.</summary>
    public const int MaxLength = 16;

    private const string Home = "BE";

    /// <returns>The number as it is kept (<c>+32470123456</c>), or nothing when no telephone can have it. Without a country it is Belgian.</returns>
    public static string? Read(string text)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            var number = numbers.Parse(text, Home);
            return numbers.IsValidNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>As people read it: <c>0470 12 34 56</c> within Belgium, <c>+33 6 12 34 56 78</c> elsewhere.</summary>
    public static string Shown(string kept)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        var number = numbers.Parse(kept, null);
        return numbers.Format(number, numbers.GetRegionCodeForNumber(number) == Home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
    }
}
