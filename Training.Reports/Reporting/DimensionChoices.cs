using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Reports.Reporting;

/// <summary>The values by which a report can be narrowed beside organisation, funder and theme.</summary>
public static class DimensionChoices
{
    private static readonly int[] Levels = [1, 2, 3, 4, 5];

    public static async Task<IReadOnlyList<(string Dimension, IReadOnlyList<DimensionValue> Values)>> FindAsync(TrainingDbContext db, CancellationToken ct)
    {
        var functions = await db.StaffFunctions.AsNoTracking().OrderBy(f => f.Code).ToListAsync(ct);
        var municipalities = await db.Municipalities.AsNoTracking().ToListAsync(ct);
        return
        [
            ("sex", [.. Enum.GetValues<Gender>().Select(Dimension.Sex).OrderBy(value => value.Key, StringComparer.Ordinal)]),
            ("age", [.. AgeBand.All.Select(Dimension.Age)]),
            ("institution", [.. Enum.GetValues<OrganisationType>().Select(Dimension.Institution)]),
            ("role", [.. Enum.GetNames<LanguageRole>().Select(Dimension.Role), Dimension.RoleNotStated, Dimension.NoRole]),
            ("function", [.. functions.Select(function => new DimensionValue(function.Code, function.Label))]),
            ("level", [.. Levels.Select(level => Dimension.Level(level)), Dimension.Level(null)]),
            ("municipality", [.. municipalities.Select(place => Dimension.Municipality(place.Name)).OrderBy(value => value.Key, StringComparer.InvariantCultureIgnoreCase), Dimension.Municipality(null)]),
        ];
    }
}
