using System.Globalization;
using System.Text;

namespace Training.Web.Features.Shared;

/// <summary>A search as people type it: capitals, accents and the order of the words do not matter, every word must be found.</summary>
public sealed class SearchWords(string? typed)
{
    private readonly string[] _words = Fold(typed ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public bool IsEmpty => _words.Length == 0;

    public bool FoundIn(params IEnumerable<string?> texts)
    {
        var text = Fold(string.Join(' ', texts));
        return _words.All(word => text.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>A text without capitals, accents and signs, to compare names by.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        }

        return folded.Replace("œ", "oe").Replace("æ", "ae").ToString();
    }
}
