namespace Training.Domain.Courses.Search;

/// <summary>
/// How often words were searched on one day without any course being found: the demand that the offer does not meet. Nothing tells who
/// searched or when within the day, and figures are left out, so that no number of a person is kept.
/// </summary>
public sealed class SearchMiss
{
    public const int WordsMaxLength = 100;

    private SearchMiss() => (Words, Language) = ("", "");

    public SearchMiss(string words, string language, DateOnly date) => (Words, Language, Date, Count) = (words, language, date, 1);

    /// <summary>Folded and in order of the alphabet, without fillers and figures.</summary>
    public string Words { get; private set; }

    public string Language { get; private set; }

    public DateOnly Date { get; private set; }

    public int Count { get; private set; }

    /// <summary>The words to count a search under, or nothing where none are left.</summary>
    public static string? WordsToCount(string? typed)
    {
        var words = SearchTerms.WordsOf(typed).Where(word => !word.Any(char.IsAsciiDigit)).Order(StringComparer.Ordinal);
        var joined = string.Join(' ', words);
        return joined.Length switch
        {
            0 => null,
            > WordsMaxLength => joined[..WordsMaxLength],
            _ => joined,
        };
    }
}
