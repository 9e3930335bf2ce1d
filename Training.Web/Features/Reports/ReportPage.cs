using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.ReportRuns;
using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>One report on screen, with the choices that narrow it.</summary>
/// <param name="Report">Nothing when what was asked makes no sense.</param>
public sealed record ReportPage(string Id, ReportForm Form, Report? Report, ReportChoices Choices)
{
    public const int MaxShown = 300;

    /// <summary>What was asked, as it stands behind an address.</summary>
    public string Query => Report is not { Question: var asked } ? "" : string.Create(CultureInfo.InvariantCulture,
        $"?from={asked.From:yyyy-MM-dd}&to={asked.To:yyyy-MM-dd}&funder={Escaped(asked.Funder)}&grant={Escaped(asked.Grant)}&organisation={Escaped(asked.Organisation)}&theme={Escaped(asked.Theme)}&rows={Escaped(asked.Rows)}&columns={Escaped(asked.Columns)}&published={(asked.IsPublished ? "true" : "false")}");

    private static string Escaped(string? code) => Uri.EscapeDataString(code ?? "");
}

/// <summary>By what a report can be narrowed.</summary>
public sealed record ReportChoices(IReadOnlyList<ReportChoices.Choice> Funders, IReadOnlyList<ReportChoices.Choice> Grants, IReadOnlyList<ReportChoices.Choice> Organisations)
{
    public sealed record Choice(string Code, LocalizedText Name);

    public static async Task<ReportChoices> FindAsync(TrainingDbContext db, CancellationToken ct) => new(
        await db.Funders.AsNoTracking().OrderBy(f => f.Code).Select(f => new Choice(f.Code, f.Name)).ToListAsync(ct),
        await db.Grants.AsNoTracking().OrderBy(g => g.Code).Select(g => new Choice(g.Code, g.Title)).ToListAsync(ct),
        await db.Organisations.AsNoTracking().Where(o => db.Employments.Any(e => e.OrganisationId == o.Id)).OrderBy(o => o.Code).Select(o => new Choice(o.Code, o.Name)).ToListAsync(ct));
}

/// <summary>The reports that there are, and the latest runs.</summary>
public sealed record ReportList(IReadOnlyList<ReportRun> Runs)
{
    private const int MaxShown = 50;

    public static async Task<ReportList> FindAsync(TrainingDbContext db, CancellationToken ct) =>
        new(await db.ReportRuns.AsNoTracking().OrderByDescending(r => r.Number).Take(MaxShown).ToListAsync(ct));
}

/// <summary>A run, worked out again, beside what it would say today.</summary>
public sealed record RunPage(Report Report, bool Matches, IReadOnlyList<ReportChange> Changes);
