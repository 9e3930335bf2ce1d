using System.Text.Json;
using Training.Reports.Charts;

namespace Training.Web.Features.Reports;

/// <summary>A chart as the page's script takes it.</summary>
public static class ChartData
{
    public static string Of(BarChart chart) => JsonSerializer.Serialize(
        new
        {
            chart.Axis,
            chart.Labels,
            Series = chart.Series.Select(series => new
            {
                series.Name,
                Color = $"#{series.Look.Color.Red:X2}{series.Look.Color.Green:X2}{series.Look.Color.Blue:X2}",
                series.Look.IsStriped,
                series.Values,
                Shown = series.Values.Select(chart.Shown),
            }),
        },
        JsonSerializerOptions.Web);
}
