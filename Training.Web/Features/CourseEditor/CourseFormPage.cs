using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Web.Features.CourseEditor;

/// <summary>The form of a course with the lists that it chooses from, and how far its two languages are together.</summary>
public sealed record CourseFormPage(
    CourseForm Form, CourseFormPage.State? Now, IReadOnlyList<CourseFormPage.Choice> Themes, IReadOnlyList<CourseFormPage.Choice> Functions,
    IReadOnlyList<CourseFormPage.Choice> Sectors, IReadOnlyList<CourseFormPage.Choice> Funders, IReadOnlyList<CourseFormPage.Partner> Partners)
{
    public string? Refusal { get; init; }

    public sealed record Choice(string Code, LocalizedText Label);

    public sealed record Partner(Guid Id, LocalizedText Name);

    /// <param name="Number">Of the version that is shown.</param>
    public sealed record State(int Number, int? PublishedNumber, bool FrIsStale, bool NlIsStale, string? ConfirmedBy, DateTimeOffset? ConfirmedAt);

    public static async Task<CourseFormPage> FindAsync(TrainingDbContext db, CourseForm form, Course? course, CancellationToken ct)
    {
        var latest = course?.Latest;
        return new CourseFormPage(
            form,
            latest is null ? null : new State(latest.Number, course!.Published?.Number, latest.FrIsStale, latest.NlIsStale, latest.TranslationConfirmedBy, latest.TranslationConfirmedAt),
            await db.Themes.AsNoTracking().OrderBy(theme => theme.Rank).Select(theme => new Choice(theme.Code, theme.Label)).ToListAsync(ct),
            await db.StaffFunctions.AsNoTracking().OrderBy(function => function.Code).Select(function => new Choice(function.Code, function.Label)).ToListAsync(ct),
            await db.Sectors.AsNoTracking().OrderBy(sector => sector.Code).Select(sector => new Choice(sector.Code, sector.Label)).ToListAsync(ct),
            await db.Funders.AsNoTracking().OrderBy(funder => funder.Code).Select(funder => new Choice(funder.Code, funder.Name)).ToListAsync(ct),
            (await db.Organisations.AsNoTracking().OrderBy(organisation => organisation.Code).ToListAsync(ct)).ConvertAll(organisation => new Partner(organisation.Id.Value, organisation.Name)));
    }
}
