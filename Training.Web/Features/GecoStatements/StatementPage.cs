using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Reports.GecoStatements;
using Training.Reports.Words;

namespace Training.Web.Features.GecoStatements;

/// <summary>Which employer and which month, or year, a statement is about. What cannot be read is today's.</summary>
/// <param name="Month">The first day of the month.</param>
public sealed record StatementChoice(string Organisation, DateOnly Month, IReadOnlyList<StatementChoice.Employer> Employers, bool IsMisread)
{
    private const int YearsBack = 20;

    public sealed record Employer(string Code, LocalizedText Name);

    /// <param name="typed"><c>2026-11</c>, <c>2026</c> or a day of the month that is meant.</param>
    public static async Task<StatementChoice> FindAsync(TrainingDbContext db, Reader reader, string? organisation, string? typed, DateOnly today, CancellationToken ct)
    {
        var employers = await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id))
                && db.Employments.Any(e => e.OrganisationId == o.Id && e.FundingStatus != FundingStatus.NotGeco))
            .OrderBy(o => o.Code).Select(o => new Employer(o.Code, o.Name)).ToListAsync(ct);
        var chosen = employers.Find(e => organisation is null || e.Code == organisation) ?? throw new NotFoundException(nameof(Domain.Organisations.Organisation));
        var isRead = DateOnly.TryParseExact(typed, ["yyyy-MM", "yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
            && read.Year >= today.Year - YearsBack && read.Year <= today.Year + 1;
        var month = isRead ? read : today;
        return new StatementChoice(chosen.Code, new DateOnly(month.Year, month.Month, 1), employers, IsMisread: !isRead && !string.IsNullOrWhiteSpace(typed));
    }
}

/// <summary>A statement as its page shows it: R1a and R1b differ in what their lines are, not in how they look.</summary>
/// <param name="PeriodName">What the field for the period is called, <c>month</c> or <c>year</c>.</param>
/// <param name="Columns">The heading of each, and whether it holds figures.</param>
public sealed record StatementPage(
    string Path, string Title, string PeriodName, string Period, StatementChoice Choice, StatementEmployer Employer, DateOnly From, DateOnly To, DateTimeOffset CutOff,
    IReadOnlyList<(string Title, bool IsFigure)> Columns, IReadOnlyList<IReadOnlyList<string>> Lines, IReadOnlyList<LateCorrection> Corrections)
{
    public static StatementPage Of<TLine>(StatementChoice choice, Statement<TLine> statement, string periodName, string period, Wording words) => new(
        $"reports/{statement.Id.ToLowerInvariant()}", words[$"Geco_{statement.Id}_Title"], periodName, period, choice,
        statement.Employer, statement.From, statement.To, statement.CutOff,
        [.. statement.Columns.Select(column => (words[$"GecoColumn_{column.Key}"], column.Kind is not (StatementFigure.Text or StatementFigure.Date)))],
        [.. statement.Lines.Select(line => statement.Columns.Select(column => column.Shown(line, words)).ToList())],
        statement.Corrections);
}
