namespace Training.Reports.Pdf.Layout;

/// <summary>What fits beside each other. A space at its end takes no room, but parts its last word from the next one for who listens.</summary>
internal sealed class Line(IReadOnlyList<Fragment> fragments, TextStyle style)
{
    public IReadOnlyList<Fragment> Fragments { get; } = fragments;

    public double Width { get; } = fragments.Reverse().SkipWhile(fragment => fragment.IsSpace).Sum(fragment => fragment.Width);

    public double Height { get; } = fragments.Select(fragment => fragment.Span.Style.LineHeight).DefaultIfEmpty(style.LineHeight).Max();

    public double Baseline { get; } = fragments.Select(fragment => fragment.Span.Style.Baseline).DefaultIfEmpty(style.Baseline).Max();

    public double OffsetIn(double width, Align align) => align switch
    {
        Align.Right => width - Width,
        Align.Center => (width - Width) / 2,
        _ => 0,
    };
}
