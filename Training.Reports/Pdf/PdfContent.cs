using Training.Reports.Pdf.Layout;

namespace Training.Reports.Pdf;

/// <summary>What is on the pages, from top to bottom, in the order in which it is read.</summary>
public sealed class PdfContent
{
    private readonly List<Block> blocks = [];

    internal PdfContent()
    {
    }

    internal IReadOnlyList<Block> Blocks => blocks;

    /// <param name="level">1 for the title of the document, 2 for its parts; no level is skipped on the way down.</param>
    public void Heading(string text, int level = 1, Align align = Align.Left) => blocks.Add(new HeadingBlock(text, level, align));

    /// <param name="language">Where it differs from the document's, so that it is read aloud rightly.</param>
    public void Text(string text, TextStyle? style = null, Align align = Align.Left, string? language = null) =>
        blocks.Add(new ParagraphBlock([new TextSpan(text, style ?? TextStyle.Body)], align, language));

    public void Text(Action<PdfParagraph> compose, TextStyle? style = null, Align align = Align.Left, string? language = null)
    {
        var paragraph = new PdfParagraph(style ?? TextStyle.Body);
        compose(paragraph);
        blocks.Add(new ParagraphBlock(paragraph.Spans, align, language));
    }

    /// <inheritdoc cref="PdfParagraph.Link"/>
    public void Link(string text, Uri uri, string? description = null) => Text(paragraph => paragraph.Link(text, uri, description));

    public void List(params IEnumerable<string> items) => blocks.Add(new ListBlock([.. items], isNumbered: false));

    public void NumberedList(params IEnumerable<string> items) => blocks.Add(new ListBlock([.. items], isNumbered: true));

    public void Table(Action<PdfTable> compose)
    {
        var table = new PdfTable();
        compose(table);
        blocks.Add(new TableBlock(table));
    }

    /// <summary>Contents that stay on one page if they fit on one.</summary>
    public void Together(Action<PdfContent> compose)
    {
        var content = new PdfContent();
        compose(content);
        blocks.Add(new TogetherBlock(content.Blocks));
    }

    /// <summary>Contents beside each other on one page.</summary>
    public void Columns(Action<PdfColumns> compose)
    {
        var columns = new PdfColumns();
        compose(columns);
        blocks.Add(new ColumnsBlock(columns.Parts));
    }

    public void QrCode(string content, string alternativeText, double size = 96, Align align = Align.Left) =>
        Figure(size, size, alternativeText, drawing => Pdf.QrCode.Draw(drawing, content, size), align);

    public void Figure(double width, double height, string alternativeText, Action<PdfDrawing> draw, Align align = Align.Left) =>
        blocks.Add(new FigureBlock(width, height, alternativeText, align, draw));

    /// <summary>As large as fits into the given box.</summary>
    public void Image(PdfImage image, double width, double height, string alternativeText, Align align = Align.Left)
    {
        var scale = Math.Min(width / image.Width, height / image.Height);
        var (imageWidth, imageHeight) = (image.Width * scale, image.Height * scale);
        Figure(imageWidth, imageHeight, alternativeText, drawing => drawing.Image(image, 0, 0, imageWidth, imageHeight), align);
    }

    public void Space(double height) => blocks.Add(new EmptyBlock(height));

    /// <summary>A rule over the whole width, with room above it to write or sign.</summary>
    public void Rule(double roomAbove = 8) => blocks.Add(new EmptyBlock(roomAbove, isRuled: true));

    public void NewPage() => blocks.Add(new EmptyBlock(height: 0, startsPage: true));
}
