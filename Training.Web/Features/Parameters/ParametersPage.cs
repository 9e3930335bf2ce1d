using Training.Domain.Parameters;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Parameters;

/// <summary>Every figure that is data, group by group, with what it says today and how sure it is.</summary>
public sealed record ParametersPage(string? Query, IReadOnlyList<ParametersPage.Group> Groups, IReadOnlyList<FindParameterGaps.Gap> Gaps)
{
    public sealed record Group(string Code, IReadOnlyList<Line> Lines);

    /// <param name="Row">What holds for all today, or nothing.</param>
    /// <param name="Exceptions">Rows for one organisation, course, programme or grant that hold today.</param>
    public sealed record Line(string Key, string Name, Parameter? Row, int Exceptions);

    public static ParametersPage Of(ParameterBook book, IReadOnlyList<FindParameterGaps.Gap> gaps, Texts texts, string? query, DateOnly today)
    {
        var words = new SearchWords(query);
        var lines = book.Keys.Order(StringComparer.Ordinal)
            .Select(key => new Line(
                key, NameOf(key, texts), book.Find(key, today),
                book.RowsOf(key).Count(row => row.Scope != ParameterScope.Global && row.HoldsOn(ReferenceDates.For(key, today)))))
            .Where(line => words.IsEmpty || words.FoundIn(line.Key, line.Name));
        return new ParametersPage(query, [.. lines.GroupBy(line => GroupOf(line.Key)).Select(group => new Group(group.Key, [.. group]))], gaps);
    }

    /// <summary>The key in words, or the key itself where a newer product has not been given words for it.</summary>
    public static string NameOf(string key, Texts texts) =>
        texts.Keys(texts.Language).Contains($"Parameter_{key}") ? texts[$"Parameter_{key}"] : key;

    private static string GroupOf(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)] switch
    {
        var known and ("gsob" or "guard" or "pel" or "ior" or "geco") => known,
        _ => "other",
    };
}
