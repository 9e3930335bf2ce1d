using Training.Reports.Pdf;
using Training.Reports.Words;

namespace Training.Reports.Charts;

/// <summary>Bars beside their names: what a chart says, with no word about what draws it.</summary>
/// <param name="Shown">How a value is written at the end of its bar.</param>
public sealed record BarChart(string Title, string Axis, IReadOnlyList<string> Labels, IReadOnlyList<BarSeries> Series, Func<double, string> Shown)
{
    /// <summary>More bars say nothing at one look; the shortest stand together in the last.</summary>
    public const int MostBars = 12;

    private const int MinutesInHour = 60;

    /// <summary>Every figure of the chart as a sentence, for who does not see it.</summary>
    public string AlternativeText => $"{Title}. " + string.Join("; ", Labels.Select((label, index) =>
        $"{label}: {string.Join(", ", Series.Select(series => $"{series.Name} {Shown(series.Values[index])}"))}")) + ".";

    /// <summary>The longest bars first.</summary>
    /// <param name="series">What each value of a bar is called.</param>
    /// <param name="others">How so many bars are called that stand together.</param>
    public static BarChart Of(
        string title, IReadOnlyList<(string Name, BarLook Look)> series, IEnumerable<ChartBar> bars, BarUnit unit, Func<int, string> others, Wording words)
    {
        var all = bars.OrderByDescending(bar => bar.Values.Sum()).ToList();
        IReadOnlyList<ChartBar> shown = all.Count <= MostBars ? all : [.. all.Take(MostBars - 1), ChartBar.Together(all.Skip(MostBars - 1).ToList(), others)];
        var isMinutes = unit == BarUnit.Minutes;
        return new BarChart(
            title, isMinutes ? words["Chart_Hours"] : series[0].Name, [.. shown.Select(bar => bar.Name)],
            [.. series.Select((one, index) => new BarSeries(one.Name, one.Look, [.. shown.Select(bar => bar.Values[index])], isMinutes ? MinutesInHour : 1))],
            value => isMinutes ? Wording.Minutes((int)Math.Round(value * MinutesInHour)) : value.ToString("#,0", words.Culture));
    }
}

public enum BarUnit
{
    /// <summary>Drawn as hours.</summary>
    Minutes,

    Pieces,
}

/// <param name="Values">One for each series.</param>
public sealed record ChartBar(string Name, IReadOnlyList<int> Values)
{
    internal static ChartBar Together(IReadOnlyList<ChartBar> bars, Func<int, string> name) =>
        new(name(bars.Count), [.. Enumerable.Range(0, bars[0].Values.Count).Select(series => bars.Sum(bar => bar.Values[series]))]);
}

/// <param name="Figures">As the report counts them.</param>
/// <param name="OfScale">How many of them make one on the chart's axis.</param>
public sealed record BarSeries(string Name, BarLook Look, IReadOnlyList<int> Figures, double OfScale)
{
    public IReadOnlyList<double> Values { get; } = [.. Figures.Select(figure => figure / OfScale)];
}

/// <summary>Told apart by pattern as well as by colour; each colour stands out against white and against a dark page (3:1).</summary>
public sealed record BarLook(Color Color, bool IsStriped)
{
    public static readonly BarLook First = new(new Color(0x1F, 0x84, 0x86), IsStriped: false);
    public static readonly BarLook Second = new(new Color(0xB7, 0x71, 0x1A), IsStriped: true);
}
