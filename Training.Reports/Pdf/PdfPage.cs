namespace Training.Reports.Pdf;

/// <summary>A page and those that follow it because its content goes on: one size, one header, one footer.</summary>
public sealed class PdfPage
{
    internal PdfPage(PageSize size) => Size = size;

    /// <summary>Counted from one and by itself: one of several papers that are printed together.</summary>
    public bool IsPaperOfItsOwn { get; set; }

    /// <summary>On all four sides, in points.</summary>
    public double Margin { get; set; } = 45;

    internal PageSize Size { get; }

    internal PdfPageEdge Top { get; } = new();

    internal PdfContent Middle { get; } = new();

    internal PdfPageEdge Bottom { get; } = new();

    public void Header(Action<PdfPageEdge> compose) => compose(Top);

    public void Content(Action<PdfContent> compose) => compose(Middle);

    public void Footer(Action<PdfPageEdge> compose) => compose(Bottom);
}
