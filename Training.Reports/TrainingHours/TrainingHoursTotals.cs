using Training.Domain.People;

namespace Training.Reports.TrainingHours;

/// <summary>The sums over some lines, and the ratios that only make sense over all of them together.</summary>
public sealed class TrainingHoursTotals(IReadOnlyList<TrainingHoursLine> lines)
{
    public int Participations { get; } = lines.Sum(line => line.Participations);

    /// <summary>Unduplicated: a person with three courses, or with two employers, is one person.</summary>
    public int Persons { get; } = lines.Where(IsTrained).Select(line => line.Who.Person).Distinct().Count();

    public int Minutes { get; } = lines.Sum(line => line.Attended);

    public int ExchangeMinutes { get; } = lines.Sum(line => line.Exchange);

    public int? Reserved { get; } = SumOfKnown(lines.Select(line => line.Reserved));

    public int? CarriedIn { get; } = SumOfKnown(lines.Select(line => line.CarriedIn));

    public int? Used { get; } = SumOfKnown(lines.Select(line => line.Used));

    public int? Expired { get; } = SumOfKnown(lines.Select(line => line.Expired));

    public int? Elsewhere { get; } = SumOfKnown(lines.Select(line => line.Elsewhere));

    public int? Granted { get; } = SumOfKnown(lines.Select(line => line.Granted));

    public int? Balance { get; } = SumOfKnown(lines.Select(line => line.Balance));

    public int Certificates { get; } = lines.Sum(line => line.Certificates);

    public int NoShows { get; } = lines.Sum(line => line.NoShows);

    public decimal Fte { get; } = lines.Sum(line => line.Who.Fte ?? 0);

    /// <summary>People employed on the last day of the period.</summary>
    public int Staff { get; } = lines.Where(line => line.Who.Fte is not null).Select(line => line.Who.Person).Distinct().Count();

    public int StaffTrained { get; } = lines.Where(line => line.Who.Fte is not null && IsTrained(line)).Select(line => line.Who.Person).Distinct().Count();

    /// <summary>Hours of courses per full-time equivalent, to two decimals; nothing where there is no staff.</summary>
    public decimal? HoursPerFte => Fte == 0 ? null : Math.Round(Minutes / (60 * Fte), 2, MidpointRounding.AwayFromZero);

    /// <summary>Between 0 and 1, to three decimals.</summary>
    public decimal? ShareOfStaffTrained => Staff == 0 ? null : Math.Round((decimal)StaffTrained / Staff, 3, MidpointRounding.AwayFromZero);

    public int PersonsOf(Gender gender) =>
        lines.Where(line => line.Who.Gender == gender && IsTrained(line)).Select(line => line.Who.Person).Distinct().Count();

    private static bool IsTrained(TrainingHoursLine line) => line.Attended > 0;

    private static int? SumOfKnown(IEnumerable<int?> figures) => figures.Any(figure => figure is not null) ? figures.Sum() : null;
}
