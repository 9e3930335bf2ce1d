using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses.Search;

namespace Training.Domain.Persistence;

/// <summary>What a word of a search stands for: stems, and the beginning of a stem.</summary>
public sealed record WordMeaning(IReadOnlyList<string> Stems, string? Beginning);

/// <summary>
/// The full-text indexes of the two databases, asked in their own words: FTS5 in the embedded one, tsvector with GIN in the other. The
/// terms are made by <see cref="SearchTerms"/>, of letters and figures only.
/// </summary>
internal static class CatalogueFullText
{
    /// <summary>Courses that meet at least so many of the words. Each word counts once, and twice more where the title has it.</summary>
    public static IQueryable<CourseHit> CoursesWith(this TrainingDbContext db, IReadOnlyList<WordMeaning> words, int atLeast)
    {
        if (words.Count == 0)
            return db.CourseHits.FromSqlRaw("select course_id, code, 0 as rank from course_search_entries where 1 = 0");

        var dialect = db.IsEmbedded() ? Fts5 : TsQuery;
        var asked = new List<object>();
        string Met(string column, IEnumerable<WordMeaning> meanings)
        {
            asked.Add(dialect.Query(column, meanings));
            return dialect.Condition(column, string.Create(CultureInfo.InvariantCulture, $"{{{asked.Count - 1}}}"));
        }

        string[] met = [.. words.Select(word => Met("words", [word]))];
        string[] entitled = [.. words.Select(word => Met("title", [word]))];
        var count = string.Join(" + ", met.Select(condition => $"(case when {condition} then 1 else 0 end)"));
        var inTitle = string.Join(" + ", entitled.Select(condition => $"(case when {condition} then 2 else 0 end)"));
        var enough = atLeast == words.Count
            ? string.Join(" and ", met)
            : string.Create(CultureInfo.InvariantCulture, $"{Met("words", words)} and ({count}) >= {atLeast}");

        var sql = $"select e.course_id, e.code, {count} + {inTitle} as rank from course_search_entries e where {enough}";
        return db.CourseHits.FromSqlRaw(sql, [.. asked]);
    }

    /// <summary>Stems that share a trigram with another.</summary>
    public static IQueryable<SearchWord> WordsLike(this TrainingDbContext db, IReadOnlyList<string> trigrams) => db.IsEmbedded()
        ? db.SearchWords.FromSqlRaw(
            "select w.* from search_words w where w.id in (select rowid from search_word_index where search_word_index match {0})",
            string.Join(" OR ", trigrams.Select(trigram => $"\"{trigram}\"")))
        : db.SearchWords.FromSqlRaw(
            "select w.id, w.stem, w.trigrams from search_words w where w.trigram_index @@ {0}::tsquery",
            string.Join(" | ", trigrams.Select(trigram => $"'{trigram}'")));

    private static readonly Dialect Fts5 = new(
        (column, words) => $"{column} : ({string.Join(" OR ", words.SelectMany(word => Terms(word, stem => $"\"{stem}\"", start => $"\"{start}\" *")))})",
        (_, query) => $"e.id in (select rowid from course_search_index where course_search_index match {query})");

    private static readonly Dialect TsQuery = new(
        (_, words) => string.Join(" | ", words.SelectMany(word => Terms(word, stem => $"'{stem}'", start => $"'{start}':*"))),
        (column, query) => $"e.{column}_index @@ {query}::tsquery");

    private static IEnumerable<string> Terms(WordMeaning word, Func<string, string> whole, Func<string, string> beginning) =>
        word.Beginning is { } start ? word.Stems.Select(whole).Append(beginning(start)) : word.Stems.Select(whole);

    /// <param name="Query">The text that the index is asked, for some words in one column.</param>
    /// <param name="Condition">What stands in the statement, around the placeholder of that text.</param>
    private sealed record Dialect(Func<string, IEnumerable<WordMeaning>, string> Query, Func<string, string, string> Condition);
}
