using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Reports.TrainingHours;

namespace Training.Web.Features.Reports;

/// <summary>The managers' report on screen, with the choices that narrow it.</summary>
/// <param name="Report">Nothing when what was asked makes no sense.</param>
public sealed record TrainingHoursPage(
    TrainingHoursForm Form, TrainingHours? Report, IReadOnlyList<TrainingHoursPage.Choice> Organisations, IReadOnlyList<TrainingHoursPage.Choice> Funders, IReadOnlyList<TrainingHoursPage.Choice> Themes)
{
    public const int MaxShown = 200;

    public sealed record Choice(string Code, LocalizedText Name);

    public static async Task<TrainingHoursPage> FindAsync(TrainingDbContext db, Reader reader, TrainingHoursForm form, TrainingHours? report, CancellationToken ct) => new(
        form, report,
        await db.Organisations.AsNoTracking()
            .Where(o => (reader.SeesEverything || reader.Organisations.Contains(o.Id)) && db.Employments.Any(e => e.OrganisationId == o.Id))
            .OrderBy(o => o.Code).Select(o => new Choice(o.Code, o.Name)).ToListAsync(ct),
        await db.Funders.AsNoTracking().OrderBy(f => f.Code).Select(f => new Choice(f.Code, f.Name)).ToListAsync(ct),
        await db.Themes.AsNoTracking().OrderBy(t => t.Rank).Select(t => new Choice(t.Code, t.Label)).ToListAsync(ct));
}
