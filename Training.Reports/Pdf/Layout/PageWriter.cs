using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Layout;

/// <summary>Draws the contents first; headers and footers when it is known how many pages there are.</summary>
internal static class PageWriter
{
    private const double EdgeGap = 12;

    public static void Write(IReadOnlyList<PdfPage> pages, DocumentFile file)
    {
        var taken = new List<(Canvas Canvas, PdfPage Page)>();
        foreach (var page in pages)
            WriteContent(page, file, taken);
        foreach (var (index, (canvas, page)) in taken.Index())
            WriteEdges(canvas, page, file, page.IsPaperOfItsOwn ? Within(page, canvas) : (index + 1, taken.Count));

        (int, int) Within(PdfPage page, Canvas canvas)
        {
            var own = taken.FindAll(one => one.Page == page);
            return (own.FindIndex(one => one.Canvas == canvas) + 1, own.Count);
        }
    }

    private static void WriteContent(PdfPage page, DocumentFile file, List<(Canvas, PdfPage)> taken)
    {
        var width = page.Size.Width - 2 * page.Margin;
        var paginator = new Paginator(TakePage, page.Margin, page.Margin + Room(page.Top), page.Size.Height - page.Margin - Room(page.Bottom));
        paginator.Lay(page.Middle.Blocks.SelectMany(block => block.Cut(file.Shaper, width, file.Tags.Document)));

        Canvas TakePage()
        {
            var canvas = file.AddCanvas(page.Size);
            taken.Add((canvas, page));
            return canvas;
        }

        double Room(PdfPageEdge edge) => edge.HeightIn(file.Shaper, width) is > 0 and var height ? height + EdgeGap : 0;
    }

    private static void WriteEdges(Canvas canvas, PdfPage page, DocumentFile file, (int Number, int Of) number)
    {
        var width = page.Size.Width - 2 * page.Margin;
        var foot = page.Size.Height - page.Margin - page.Bottom.HeightIn(file.Shaper, width);
        canvas.Artifact(() => page.Top.Draw(canvas, file.Shaper, page.Margin, page.Margin, width, number), "Header");
        canvas.Artifact(() => page.Bottom.Draw(canvas, file.Shaper, page.Margin, foot, width, number), "Footer");
    }
}
