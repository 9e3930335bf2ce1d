using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.ReportRuns;
using Training.Reports.Reporting;
using Training.Reports.Words;

namespace Training.Web.Features.Reports;

/// <summary>One report on screen, with the choices that narrow it.</summary>
/// <param name="Report">Nothing when what was asked makes no sense.</param>
/// <param name="HidesNames">For whom people bear a code, which leads nowhere.</param>
public sealed record ReportPage(string Id, ReportForm Form, Report? Report, ReportChoices Choices, bool HidesNames = false)
{
    public const int MaxShown = 300;

    public ReportLayout Layout => ReportLayout.Of(Id);

    /// <summary>What was asked, as it stands behind an address.</summary>
    public string Query => Report is { Question: var asked } ? QueryOf(asked) : "";

    /// <summary>What a row is about, seen more closely: the same report narrowed to it, or the courses of a person. What is published is not narrowed.</summary>
    public string? LinkOf(ReportRow row)
    {
        if (Report is not { Question: { IsPublished: false } asked } || Layout.Dimensions.Count == 0 || row.Key.Split(':') is not [var key, var value, ..] parts || Dimension.Find(key) is not { } dimension)
            return null;

        var only = asked.Narrowed.Where(one => one.Dimension != dimension).Select(one => $"{one.Dimension.Key}:{one.Value}").Append($"{key}:{value}");
        var closer = key switch
        {
            "organisation" => asked with { Organisation = value },
            "funder" => asked with { Funder = value },
            // Several at once are not asked for together.
            "theme" => value.Contains('+') || value == "~" ? null : asked with { Theme = value },
            "person" => HidesNames ? null : asked with { Organisation = parts.ElementAtOrDefault(2) ?? asked.Organisation, Rows = Dimension.Course.Key, Only = Joined(only) },
            _ => asked with { Only = Joined(only) },
        };
        return closer is null ? null : QueryOf(key == "person" || closer.Rows != key ? closer : closer with { Rows = null });
    }

    private static string Joined(IEnumerable<string> only) => string.Join(';', only.Order(StringComparer.Ordinal));

    private static string QueryOf(ReportQuestion asked) => string.Create(CultureInfo.InvariantCulture,
        $"?from={asked.From:yyyy-MM-dd}&to={asked.To:yyyy-MM-dd}&funder={Escaped(asked.Funder)}&grant={Escaped(asked.Grant)}&organisation={Escaped(asked.Organisation)}&theme={Escaped(asked.Theme)}&rows={Escaped(asked.Rows)}&columns={Escaped(asked.Columns)}&published={(asked.IsPublished ? "true" : "false")}{(asked.CompareFrom is { } compared ? $"&compareFrom={compared:yyyy-MM-dd}" : "")}{OnlyOf(asked)}");

    private static string OnlyOf(ReportQuestion asked) => string.Concat(asked.Narrowed.Select(one => $"&only%5B{one.Dimension.Key}%5D={Escaped(one.Value)}"));

    private static string Escaped(string? code) => Uri.EscapeDataString(code ?? "");
}

/// <summary>A list to choose from.</summary>
/// <param name="None">What stands for no choice; nothing where one must be made.</param>
public sealed record Choice(string Name, string Label, string? Chosen, IEnumerable<(string Code, string Text)> Options, string? None = null);

/// <summary>The rows of a report on screen.</summary>
/// <param name="LinkOf">Where a row leads; nothing where rows lead nowhere.</param>
public sealed record ReportRows(ReportTable Table, Func<ReportRow, string?>? LinkOf = null);

/// <summary>By what a report can be narrowed.</summary>
/// <param name="Dimensions">The values of those dimensions that are offered as lists.</param>
public sealed record ReportChoices(
    IReadOnlyList<ReportChoices.Choice> Funders, IReadOnlyList<ReportChoices.Choice> Grants, IReadOnlyList<ReportChoices.Choice> Organisations, IReadOnlyList<ReportChoices.Choice> Themes,
    IReadOnlyList<(string Dimension, IReadOnlyList<DimensionValue> Values)> Dimensions)
{
    public sealed record Choice(string Code, LocalizedText Name);

    public static async Task<ReportChoices> FindAsync(TrainingDbContext db, Reader reader, CancellationToken ct) => new(
        await db.Funders.AsNoTracking().OrderBy(f => f.Code).Select(f => new Choice(f.Code, f.Name)).ToListAsync(ct),
        await db.Grants.AsNoTracking().OrderBy(g => g.Code).Select(g => new Choice(g.Code, g.Title)).ToListAsync(ct),
        await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id)) && db.Employments.Any(e => e.OrganisationId == o.Id))
            .OrderBy(o => o.Code).Select(o => new Choice(o.Code, o.Name)).ToListAsync(ct),
        await db.Themes.AsNoTracking().OrderBy(t => t.Rank).Select(t => new Choice(t.Code, t.Label)).ToListAsync(ct),
        await DimensionChoices.FindAsync(db, ct));
}

/// <summary>The reports that there are, and the latest runs.</summary>
public sealed record ReportList(IReadOnlyList<ReportRun> Runs)
{
    private const int MaxShown = 50;

    /// <summary>What tells a run from another of the same report: its period, and codes and choices as they were made.</summary>
    public static IEnumerable<string> Asked(ReportRun run, Wording words)
    {
        var asked = ReportDesk.QuestionOf(run);
        string?[] choices =
        [
            $"{asked.From:dd/MM/yyyy} – {asked.To:dd/MM/yyyy}", asked.Organisation, asked.Funder, asked.Grant, asked.Theme,
            .. new[] { asked.Rows, asked.Columns }.Where(key => Dimension.Find(key) is not null).Select(key => words[$"Report_By_{key}"]),
            .. asked.Narrowed.Select(one => words[$"Report_Dimension_{one.Dimension.Key}"]),
            asked.IsPublished ? words["Report_Publish"] : null,
        ];
        return choices.OfType<string>();
    }

    public static async Task<ReportList> FindAsync(TrainingDbContext db, CancellationToken ct) =>
        new(await db.ReportRuns.AsNoTracking().OrderByDescending(r => r.Number).Take(MaxShown).ToListAsync(ct));
}

/// <summary>A run, worked out again, beside what it would say today.</summary>
public sealed record RunPage(Report Report, bool Matches, Report Changes);
