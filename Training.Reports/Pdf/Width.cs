namespace Training.Reports.Pdf;

/// <summary>So many points, as many as the longest cell of a table's column needs, or a share of what those columns leave over.</summary>
public readonly record struct Width
{
    private readonly double points;
    private readonly double share;

    private Width(double points, double share) => (this.points, this.share) = (points, share);

    /// <summary>As wide as what stands in the column, up to half of the table.</summary>
    public static readonly Width Fitting = new(points: 0, share: 0) { IsFitting = true };

    internal bool IsFitting { get; private init; }

    internal bool IsShare => share > 0;

    public static Width Points(double points) => new(points, share: 0);

    public static Width Share(double share) => new(points: 0, share);

    internal static double[] Divide(double total, IReadOnlyCollection<Width> widths)
    {
        var left = Math.Max(0, total - widths.Sum(width => width.points));
        var shares = widths.Sum(width => width.share);

        return [.. widths.Select(width => width.points + (shares == 0 ? 0 : left * width.share / shares))];
    }
}
