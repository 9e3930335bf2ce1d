using System.Globalization;
using System.Text;

namespace Training.Domain.Courses.Search;

/// <summary>Text without what people leave out when they search: capitals, accents, ligatures and punctuation.</summary>
public static class PlainText
{
    private static readonly Dictionary<char, string> Ligatures = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ı'] = "i",
    };

    /// <summary>Small letters and figures; everything between words becomes a blank.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;

            var small = char.ToLowerInvariant(c);
            if (Ligatures.TryGetValue(small, out var letters))
                folded.Append(letters);
            else
                folded.Append(char.IsLetterOrDigit(small) ? small : ' ');
        }

        return folded.ToString();
    }
}
