using Training.Reports.Charts;
using Training.Reports.Words;

namespace Training.Reports.TrainingHours;

/// <summary>The hours by organisation as bars: the same figures on the page, on paper and in the workbook.</summary>
public static class TrainingHoursChart
{
    /// <summary>More bars say nothing at one look; those with the fewest hours stand together in the last.</summary>
    public const int MostBars = 12;

    public static BarChart Of(TrainingHours report, Wording words)
    {
        var all = report.ByOrganisation.OrderByDescending(organisation => organisation.Totals.Minutes + organisation.Totals.ExchangeMinutes)
            .Select(organisation => (Name: words.Of(organisation.Name), organisation.Totals.Minutes, Exchange: organisation.Totals.ExchangeMinutes)).ToList();
        var shown = all.Count <= MostBars ? all : [.. all.Take(MostBars - 1), Together(all.Skip(MostBars - 1).ToList(), words)];
        var courses = new BarSeries(words["Column_Attended"], BarLook.First, [.. shown.Select(bar => bar.Minutes / 60.0)]);
        var exchanges = new BarSeries(words["Column_Exchange"], BarLook.Second, [.. shown.Select(bar => bar.Exchange / 60.0)]);

        return new BarChart(
            words["TrainingHours_Chart"], words["TrainingHours_ChartAxis"], [.. shown.Select(bar => bar.Name)],
            shown.Exists(bar => bar.Exchange > 0) ? [courses, exchanges] : [courses],
            hours => Wording.Minutes((int)Math.Round(hours * 60)));
    }

    private static (string Name, int Minutes, int Exchange) Together(List<(string Name, int Minutes, int Exchange)> bars, Wording words) =>
        (words["TrainingHours_ChartOthers", bars.Count], bars.Sum(bar => bar.Minutes), bars.Sum(bar => bar.Exchange));
}
