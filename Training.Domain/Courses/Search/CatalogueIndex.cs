using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Courses.Search;

/// <summary>Keeps what the search knows of the courses as the catalogue shows them.</summary>
public sealed class CatalogueIndex(TrainingDbContext db)
{
    private sealed record Shown(CourseId Id, string Code, CourseVersion Version);

    /// <summary>
    /// Makes the index say what the published courses say: those named, or every one. Call it after the change is saved and in its
    /// transaction. What is already right is not written.
    /// </summary>
    public async Task RefreshAsync(CancellationToken ct, params CourseId[] only)
    {
        var shown = await (
            from course in db.Courses.AsNoTracking()
            join version in db.CourseVersions.AsNoTracking().Include(v => v.Themes).Include(v => v.Subjects) on course.PublishedVersionId equals version.Id
            where only.Length == 0 || only.Contains(course.Id)
            select new Shown(course.Id, course.Code, version)).ToListAsync(ct);
        var themes = await db.Themes.AsNoTracking().ToDictionaryAsync(theme => theme.Code, theme => theme.Label, ct);
        var kept = await db.CourseSearchEntries.Where(entry => only.Length == 0 || only.Contains(entry.CourseId)).ToDictionaryAsync(entry => entry.CourseId, ct);

        var used = new HashSet<string>();
        foreach (var course in shown)
        {
            var title = SearchTerms.StemsOf(string.Join(' ', [course.Code, .. TextsOf(course.Version.Title)]));
            var stems = title.Union(SearchTerms.StemsOf(string.Join(' ', SayingsOf(course.Version, themes)))).ToList();
            used.UnionWith(stems);
            Put(kept.GetValueOrDefault(course.Id), course, string.Join(' ', title), string.Join(' ', stems));
            kept.Remove(course.Id);
        }

        db.RemoveRange(kept.Values);
        await db.SaveChangesAsync(ct);
        await AddWordsAsync(used, ct);
    }

    private void Put(CourseSearchEntry? entry, Shown course, string title, string words)
    {
        if (entry is null)
            db.Add(new CourseSearchEntry(course.Id, course.Code, title, words));
        else if ((entry.Title, entry.Words) != (title, words))
            entry.Restate(title, words);
    }

    // Two who publish at the same moment may bring the same new word.
    private async Task AddWordsAsync(HashSet<string> stems, CancellationToken ct)
    {
        var known = await db.SearchWords.Select(word => word.Stem).ToHashSetAsync(ct);
        foreach (var word in stems.Where(stem => stem.Length <= SearchWord.StemMaxLength && !known.Contains(stem)).Order(StringComparer.Ordinal).Select(stem => new SearchWord(stem)))
            await db.Database.ExecuteSqlAsync($"insert into search_words (stem, trigrams) values ({word.Stem}, {word.Trigrams}) on conflict (stem) do nothing", ct);
    }

    private static IEnumerable<string> SayingsOf(CourseVersion version, Dictionary<string, LocalizedText> themes) =>
        new[] { version.Summary, version.Objectives, version.Prerequisites }
            .Concat(version.ThemeCodes.Select(code => themes[code]))
            .Concat(version.Subjects.Select(subject => subject.Title))
            .SelectMany(TextsOf);

    private static IEnumerable<string> TextsOf(LocalizedText text) => [text.Fr, text.Nl, text.En ?? ""];
}
