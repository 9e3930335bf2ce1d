using System.Globalization;
using System.Text;

namespace Training.Domain.Courses.Search;

/// <summary>Text without what people leave out when they search or copy a name: capitals, accents, ligatures, strokes and punctuation.</summary>
public static class PlainText
{
    // Letters that are one sign and not a letter with a mark.
    private static readonly Dictionary<char, string> Undivided = new()
    {
        ['œ'] = "oe",
        ['æ'] = "ae",
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ı'] = "i",
        ['þ'] = "th",
        ['ð'] = "d",
        ['ħ'] = "h",
        ['ŧ'] = "t",
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
            if (Undivided.TryGetValue(small, out var letters))
                folded.Append(letters);
            else
                folded.Append(char.IsLetterOrDigit(small) ? small : ' ');
        }

        return folded.ToString();
    }
}
