using System.Globalization;
using Training.Domain.Parameters;
using Training.Domain.People;

namespace Training.Domain.TimeRelease;

/// <summary>A figure and the parameter rows that it comes from.</summary>
public sealed record Worked(int Minutes, IReadOnlyList<Parameter> Rows);

/// <summary>
/// The yearly credit of the employer's own scheme: minutes per full-time equivalent, with extra ones where the post requires a low
/// level. An employer's rule, no law; it caps only where the employer has adopted it.
/// </summary>
public static class GecoEntitlement
{
    internal const string ByDays = "day-weighted";
    internal const string ByMonths = "month-weighted";

    private static readonly string[] Figures = [ParameterKeys.GecoMinutesPerFte, ParameterKeys.GecoLowLevelBonus, ParameterKeys.GecoLowLevel];

    /// <param name="employments">All rows of one person with one employer, also those outside GECO posts.</param>
    /// <param name="on">A day of the year concerned. A figure that changes during the year counts from the day on which it changes.</param>
    public static Worked Of(IReadOnlyCollection<Employment> employments, DateOnly on, ParameterBook parameters)
    {
        if (employments.Count == 0)
            return new Worked(0, []);

        Guid[] employer = [employments.First().OrganisationId.Value];
        var year = TimeReleaseYear.Of(Schemes.GecoLocal, on, parameters);
        var proRata = parameters.Row(ParameterKeys.GecoProRata, year.First, employer);
        var (rows, stretches) = (new List<Parameter>(), new List<Entitlement.Weighted>());
        foreach (var (first, last) in Stretches(year, parameters))
        {
            var figures = Figures.Select(key => parameters.Row(key, first, employer)).ToList();
            var (basis, bonus, lowLevel) = (NumberIn(figures[0]), NumberIn(figures[1]), NumberIn(figures[2]));
            rows.AddRange(bonus == 0 ? figures.Take(1) : figures);
            stretches.AddRange(
                from e in employments
                where e.FundingStatus != FundingStatus.NotGeco && e.StaffCategory != StaffCategory.Volunteer && e.Start <= last && (e.End is null || e.End >= first)
                let period = new Entitlement.Period(Later(e.Start, first), Earlier(e.End ?? last, last), e.FteFraction)
                select new Entitlement.Weighted(period, basis + (e.RequiredLevel <= lowLevel ? bonus : 0)));
        }

        var minutes = proRata.Value == ByMonths ? Entitlement.MonthWeighted(year, stretches) : Entitlement.DayWeighted(year, stretches);
        return new Worked(minutes, [.. rows.Distinct(), proRata]);
    }

    // The year, cut where a figure may change.
    private static IEnumerable<(DateOnly From, DateOnly To)> Stretches(TimeReleaseYear year, ParameterBook parameters)
    {
        var cuts = Figures.SelectMany(parameters.RowsOf)
            .SelectMany(row => row.ValidTo is { } to ? new[] { row.ValidFrom, to.AddDays(1) } : [row.ValidFrom])
            .Where(year.Holds).Append(year.First).Distinct().Order().ToList();
        return cuts.Index().Select(cut => (cut.Item, cut.Index + 1 < cuts.Count ? cuts[cut.Index + 1].AddDays(-1) : year.Last));
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static int NumberIn(Parameter row) => int.Parse(row.Value, CultureInfo.InvariantCulture);
}
