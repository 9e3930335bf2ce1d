using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Reports.GecoStatements;

namespace Training.Web.Features.GecoStatements;

/// <summary>Which employer and which month, or year, a statement is about. What cannot be read is today's.</summary>
/// <param name="Month">The first day of the month.</param>
public sealed record StatementChoice(string Organisation, DateOnly Month, IReadOnlyList<StatementChoice.Employer> Employers)
{
    private const int YearsBack = 20;

    public sealed record Employer(string Code, LocalizedText Name);

    /// <param name="typed"><c>2026-11</c> or <c>2026</c>.</param>
    public static async Task<StatementChoice> FindAsync(TrainingDbContext db, Reader reader, string? organisation, string? typed, DateOnly today, CancellationToken ct)
    {
        var employers = await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id))
                && db.Employments.Any(e => e.OrganisationId == o.Id && e.FundingStatus != FundingStatus.NotGeco))
            .OrderBy(o => o.Code).Select(o => new Employer(o.Code, o.Name)).ToListAsync(ct);
        var chosen = employers.Find(e => organisation is null || e.Code == organisation) ?? throw new NotFoundException(nameof(Domain.Organisations.Organisation));
        var month = DateOnly.TryParseExact(typed, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : today;
        var (oldest, newest) = (today.AddYears(-YearsBack), today.AddYears(1));
        month = month < oldest ? oldest : month > newest ? newest : month;
        return new StatementChoice(chosen.Code, new DateOnly(month.Year, month.Month, 1), employers);
    }
}

public sealed record StatementPage<TLine>(StatementChoice Choice, Statement<TLine> Statement);
