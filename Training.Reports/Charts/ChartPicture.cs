using ScottPlot;

namespace Training.Reports.Charts;

/// <summary>A chart as a picture for paper and workbooks.</summary>
public static class ChartPicture
{
    public const int Width = 760;

    private const int Sharpness = 2;
    private const int BarHeight = 24;
    private const int Around = 96;
    private const int LongestLabel = 44;
    private const int AtTheEnd = 24;
    private const float TextSize = 14;

    static ChartPicture()
    {
        Fonts.FontResolvers.Insert(0, new EmbeddedFonts());
        Fonts.Default = EmbeddedFonts.Name;
    }

    public static int HeightOf(BarChart chart) => Around + chart.Labels.Count * chart.Series.Count * BarHeight;

    public static byte[] Png(BarChart chart)
    {
        using var plot = new Plot { ScaleFactor = Sharpness };
        foreach (var (number, series) in chart.Series.Index())
            AddBars(plot, chart, number, series);

        // The middle of the bars that share a name; the first name stands at the top.
        var places = chart.Labels.Select((_, index) => PlaceOf(chart, index, 0) - (chart.Series.Count - 1) / 2.0).ToArray();
        plot.Axes.Left.SetTicks(places, [.. chart.Labels.Select(Shortened)]);
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.Label.Text = chart.Axis;
        plot.Axes.Bottom.Label.Bold = false;
        foreach (var style in new[] { plot.Axes.Left.TickLabelStyle, plot.Axes.Bottom.TickLabelStyle, plot.Axes.Bottom.Label })
            style.FontSize = TextSize;
        plot.Axes.Margins(left: 0, right: 0.12, bottom: 0.04, top: 0.04);
        plot.Axes.Top.IsVisible = false;
        // The last figure of the axis may stand under its very end.
        plot.Axes.Right.MinimumSize = AtTheEnd;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.FigureBackground.Color = plot.DataBackground.Color = Colors.White;
        plot.Grid.YAxisStyle.IsVisible = false;
        if (chart.Series.Count > 1)
        {
            plot.Legend.FontSize = TextSize;
            plot.Legend.ShadowColor = plot.Legend.OutlineColor = Colors.Transparent;
            plot.Legend.ManualItems.AddRange(chart.Series.Select(Entry));
            plot.ShowLegend(Edge.Top);
        }

        return plot.GetImageBytes(Width * Sharpness, HeightOf(chart) * Sharpness, ImageFormat.Png);
    }

    private static void AddBars(Plot plot, BarChart chart, int number, BarSeries series)
    {
        var (fill, hatch, color) = Fill(series.Look);
        var bars = plot.Add.Bars(series.Values.Select((value, index) => new Bar
        {
            Position = PlaceOf(chart, index, number),
            Value = value,
            Size = 0.84,
            FillColor = fill,
            FillHatch = hatch,
            FillHatchColor = color,
            LineColor = color,
            Label = chart.Shown(value),
        }).ToList());
        bars.Horizontal = true;
        bars.ValueLabelStyle.FontSize = TextSize;
    }

    private static LegendItem Entry(BarSeries series)
    {
        var (fill, hatch, color) = Fill(series.Look);
        return new LegendItem { LabelText = series.Name, FillColor = fill, FillHatch = hatch, FillHatchColor = color, OutlineColor = color, OutlineWidth = 1 };
    }

    private static (Color Fill, IHatch? Hatch, Color Line) Fill(BarLook look)
    {
        var color = new Color(look.Color.Red, look.Color.Green, look.Color.Blue);
        return look.IsStriped ? (Colors.White, new ScottPlot.Hatches.Striped(ScottPlot.Hatches.StripeDirection.DiagonalUp), color) : (color, null, color);
    }

    private static double PlaceOf(BarChart chart, int label, int series) => -(label * (chart.Series.Count + 0.4) + series);

    private static string Shortened(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)].TrimEnd() + "…";
}
