namespace Training.Reports.Pdf;

/// <summary>Sizes are in points, of which an inch has 72.</summary>
public readonly record struct PageSize(double Width, double Height)
{
    public static readonly PageSize A4 = new(595.28, 841.89);

    public static readonly PageSize A4Landscape = new(A4.Height, A4.Width);
}
