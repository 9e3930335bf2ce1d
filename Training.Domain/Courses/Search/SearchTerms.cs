using System.Text;

namespace Training.Domain.Courses.Search;

/// <summary>
/// The one normaliser of the catalogue's search. It fills the full-text index of both databases and reads what people type, so that
/// neither database's own idea of a language decides what is found. Every term is made of a–z and 0–9 only.
/// </summary>
public static class SearchTerms
{
    private const int ShortestStem = 3;
    private const char Edge = '0';

    // Words that say nothing about a subject, in French, Dutch and English, already folded.
    private static readonly HashSet<string> Fillers =
    [
        "au", "aux", "avec", "ce", "ces", "cette", "comment", "dans", "de", "des", "du", "elle", "en", "est", "et", "etre", "faire", "il", "je", "la", "le", "les", "leur",
        "ma", "mes", "mon", "ne", "nos", "notre", "nous", "on", "ou", "par", "pas", "pour", "qu", "que", "qui", "sa", "se", "ses", "si", "son", "sur", "ta", "un", "une",
        "vos", "votre", "vous", "formation", "formations", "cours",
        "aan", "als", "bij", "dat", "der", "deze", "die", "dit", "een", "er", "haar", "het", "hoe", "hun", "ik", "in", "is", "maar", "met", "mijn", "naar", "niet", "of",
        "om", "onze", "op", "te", "tot", "tussen", "uit", "uw", "van", "voor", "wat", "we", "wij", "ze", "zich", "zijn", "opleiding", "opleidingen", "cursus",
        "an", "and", "are", "at", "course", "courses", "for", "from", "how", "it", "its", "my", "the", "to", "training", "with", "your",
    ];

    // Endings that French and Dutch inflect with, longest first. What is left must still be a word.
    private static readonly string[] Endings = ["enne", "ees", "ee", "en", "er", "ez", "e"];

    /// <summary>The words of a text, folded, without fillers. A text of nothing but fillers keeps them.</summary>
    public static IReadOnlyList<string> WordsOf(string? text)
    {
        var words = PlainText.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(word.Where(char.IsAsciiLetterOrDigit))).Where(word => word.Length > 0).Distinct().ToList();
        var telling = words.Where(word => word.Length > 1 && !Fillers.Contains(word)).ToList();
        return telling.Count > 0 ? telling : words;
    }

    /// <summary>The stems of a text, each once.</summary>
    public static IReadOnlyList<string> StemsOf(string? text) => [.. WordsOf(text).Select(Stem).Distinct()];

    /// <summary>A word without its inflection: <c>sociaux</c>, <c>sociale</c> and <c>sociaal</c> become one, as do <c>lessen</c> and <c>les</c>.</summary>
    /// <param name="word">Folded.</param>
    public static string Stem(string word)
    {
        if (word.Length <= ShortestStem || char.IsAsciiDigit(word[0]))
            return word;

        var stem = word;
        if (stem.EndsWith("aux", StringComparison.Ordinal) && !stem.EndsWith("eaux", StringComparison.Ordinal))
            stem = stem[..^2] + "l";
        else if (stem.EndsWith("heden", StringComparison.Ordinal))
            stem = stem[..^5] + "heid";
        else if (stem.EndsWith("trice", StringComparison.Ordinal) || stem.EndsWith("trices", StringComparison.Ordinal))
            stem = stem[..stem.LastIndexOf("trice", StringComparison.Ordinal)] + "teur";

        stem = WithoutPlural(stem);
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length < ShortestStem || !stem.EndsWith(ending, StringComparison.Ordinal))
                continue;
            stem = stem[..^ending.Length];
            break;
        }

        stem = Undoubled(stem);
        stem = stem[^1] switch
        {
            'v' => stem[..^1] + "f",
            'z' => stem[..^1] + "s",
            _ => stem,
        };
        return WithoutPlural(stem);
    }

    /// <summary>A word as far as it was typed, written as stems are, so that it finds those that begin with it.</summary>
    public static string Beginning(string word) => Undoubled(word);

    /// <summary>Overlapping threes of letters, with the edges of the word marked: what two spellings of one word share.</summary>
    public static IReadOnlyList<string> TrigramsOf(string stem)
    {
        var edged = $"{Edge}{stem}{Edge}";
        return edged.Length <= 3
            ? [edged]
            : [.. Enumerable.Range(0, edged.Length - 2).Select(start => edged.Substring(start, 3)).Distinct()];
    }

    private static string WithoutPlural(string word) =>
        word.Length > ShortestStem && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static string Undoubled(string word)
    {
        var once = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (once.Length == 0 || once[^1] != c || char.IsAsciiDigit(c))
                once.Append(c);
        }

        return once.ToString();
    }
}
