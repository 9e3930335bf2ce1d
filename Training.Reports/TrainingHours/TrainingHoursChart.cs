using Training.Reports.Charts;
using Training.Reports.Words;

namespace Training.Reports.TrainingHours;

/// <summary>The hours by organisation as bars: the same figures on the page, on paper and in the workbook.</summary>
public static class TrainingHoursChart
{
    public static BarChart Of(TrainingHours report, Wording words)
    {
        var exchanged = report.Totals.ExchangeMinutes > 0;
        return BarChart.Of(
            words["TrainingHours_Chart"], [(words["Column_Attended"], BarLook.First), .. exchanged ? [(words["Column_Exchange"], BarLook.Second)] : Array.Empty<(string, BarLook)>()],
            report.ByOrganisation.Select(organisation => new ChartBar(
                words.Of(organisation.Name), exchanged ? [organisation.Totals.Minutes, organisation.Totals.ExchangeMinutes] : [organisation.Totals.Minutes])),
            BarUnit.Minutes, count => words["TrainingHours_ChartOthers", count], words);
    }
}
