namespace Training.Reports.Pdf;

/// <summary>Either so many points, or a share of what the fixed columns leave over.</summary>
public readonly record struct Width
{
    private readonly double points;
    private readonly double share;

    private Width(double points, double share) => (this.points, this.share) = (points, share);

    public static Width Points(double points) => new(points, share: 0);

    public static Width Share(double share) => new(points: 0, share);

    internal static double[] Divide(double total, IReadOnlyCollection<Width> widths)
    {
        var left = Math.Max(0, total - widths.Sum(width => width.points));
        var shares = widths.Sum(width => width.share);

        return [.. widths.Select(width => width.points + (shares == 0 ? 0 : left * width.share / shares))];
    }
}
