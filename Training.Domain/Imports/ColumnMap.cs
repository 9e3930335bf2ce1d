using System.Globalization;
using System.Text;

namespace Training.Domain.Imports;

/// <summary>
/// Which column of a file is which. Headings are found in any order, whatever their case, accents and blanks; a guess also takes headings
/// that nearly are a known one, or contain it. People see the guesses and correct them.
/// </summary>
public sealed record ColumnMap(IReadOnlyDictionary<string, int> Indexes, IReadOnlyList<string> Guessed)
{
    private const int ShortestToGuess = 4;

    public int? IndexOf(string name) => Indexes.TryGetValue(name, out var index) ? index : null;

    public bool IsGuess(string name) => Guessed.Contains(name);

    public static ColumnMap Exact(IReadOnlyList<string> headings, IReadOnlyList<Column> columns) => new(Match(headings, columns, IsSame, []), []);

    /// <summary>The known headings first, then those that come close; no heading is taken for two columns.</summary>
    public static ColumnMap Guess(IReadOnlyList<string> headings, IReadOnlyList<Column> columns)
    {
        var sure = Match(headings, columns, IsSame, []);
        var near = Match(headings, [.. columns.Where(column => !sure.ContainsKey(column.Name))], IsNear, [.. sure.Values]);
        var contained = Match(headings, [.. columns.Where(column => !sure.ContainsKey(column.Name) && !near.ContainsKey(column.Name))], Contains, [.. sure.Values, .. near.Values]);
        return new ColumnMap(
            sure.Concat(near).Concat(contained).ToDictionary(pair => pair.Key, pair => pair.Value),
            [.. near.Keys, .. contained.Keys]);
    }

    private static Dictionary<string, int> Match(
        IReadOnlyList<string> headings, IReadOnlyList<Column> columns, Func<string, string, bool> matches, HashSet<int> taken)
    {
        var found = new Dictionary<string, int>();
        foreach (var column in columns)
        {
            var known = column.Headings.Append(column.Name).Select(Plain).ToList();
            foreach (var (index, heading) in headings.Select(Plain).Index())
            {
                if (taken.Contains(index) || !known.Exists(name => matches(heading, name)))
                    continue;
                found[column.Name] = index;
                taken.Add(index);
                break;
            }
        }

        return found;
    }

    private static bool IsSame(string heading, string known) => heading == known;

    private static bool IsNear(string heading, string known) =>
        known.Length >= ShortestToGuess && Math.Abs(heading.Length - known.Length) <= Allowed(known) && Distance(heading, known) <= Allowed(known);

    private static bool Contains(string heading, string known) => known.Length >= ShortestToGuess && heading.Contains(known, StringComparison.Ordinal);

    // One slip in a short word, two in a longer one.
    private static int Allowed(string known) => known.Length < 8 ? 1 : 2;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }

    private static string Plain(string heading) => new([.. heading.Trim().ToLowerInvariant().Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && char.IsLetterOrDigit(c))]);
}
