using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Courses.Search;

/// <summary>
/// Finds courses by what people type. Every word must be met, by its stem or by what it begins with; a word that no course uses stands
/// for those that it may have been meant for. When no course has them all, those that have at least half of them are found.
/// </summary>
public sealed class CatalogueSearch(TrainingDbContext db)
{
    private const int MostWords = 8;
    private const int MostSpellings = 12;

    // A stem of three letters begins too many words that have nothing to do with it.
    private const int LongEnoughToBegin = 4;

    /// <summary>The courses found, still to be filtered and ordered by the caller, or nothing when nothing was asked.</summary>
    public async Task<IQueryable<CourseHit>?> FindAsync(string? typed, CancellationToken ct)
    {
        var words = SearchTerms.WordsOf(typed).Take(MostWords).ToList();
        if (words.Count == 0)
            return null;

        var meanings = new List<WordMeaning>();
        foreach (var word in words)
        {
            if (await MeaningOfAsync(word, ct) is { } meaning)
                meanings.Add(meaning);
        }

        if (meanings.Count == words.Count)
        {
            var all = db.CoursesWith(meanings, atLeast: meanings.Count);
            if (meanings.Count == 1 || await all.AnyAsync(ct))
                return all;
        }

        return db.CoursesWith(meanings, atLeast: (words.Count + 1) / 2);
    }

    private async Task<WordMeaning?> MeaningOfAsync(string word, CancellationToken ct)
    {
        var (stem, beginning) = (SearchTerms.Stem(word), SearchTerms.Beginning(word));
        if (await db.SearchWords.AnyAsync(known => known.Stem == stem || known.Stem.StartsWith(beginning), ct))
            return new WordMeaning([stem], beginning);
        if (stem.Length >= LongEnoughToBegin && await db.SearchWords.AnyAsync(known => known.Stem.StartsWith(stem), ct))
            return new WordMeaning([stem], stem);

        var near = (await db.WordsLike(SearchTerms.TrigramsOf(stem)).AsNoTracking().Select(known => known.Stem).ToListAsync(ct))
            .Where(known => Spelling.MayMean(stem, known) || Spelling.MayMean(beginning, known))
            .Order(StringComparer.Ordinal).Take(MostSpellings).ToList();
        return near.Count > 0 ? new WordMeaning(near, null) : null;
    }
}
