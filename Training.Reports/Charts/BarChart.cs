using Training.Reports.Pdf;

namespace Training.Reports.Charts;

/// <summary>Bars beside their names: what a chart says, with no word about what draws it.</summary>
/// <param name="Shown">How a value is written at the end of its bar.</param>
public sealed record BarChart(string Title, string Axis, IReadOnlyList<string> Labels, IReadOnlyList<BarSeries> Series, Func<double, string> Shown)
{
    /// <summary>Every figure of the chart as a sentence, for who does not see it.</summary>
    public string AlternativeText => $"{Title}. " + string.Join("; ", Labels.Select((label, index) =>
        $"{label}: {string.Join(", ", Series.Select(series => $"{series.Name} {Shown(series.Values[index])}"))}")) + ".";
}

public sealed record BarSeries(string Name, BarLook Look, IReadOnlyList<double> Values);

/// <summary>Told apart by pattern as well as by colour; each colour stands out against white and against a dark page (3:1).</summary>
public sealed record BarLook(Color Color, bool IsStriped)
{
    public static readonly BarLook First = new(new Color(0x1F, 0x84, 0x86), IsStriped: false);
    public static readonly BarLook Second = new(new Color(0xB7, 0x71, 0x1A), IsStriped: true);
}
