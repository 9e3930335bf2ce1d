using System.Globalization;
using System.Text;
using Training.Reports.Pdf.Layout;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Writing;

/// <summary>
/// One page to draw on, measured from its top left corner. Whatever is drawn is either tagged as part of a structure element
/// or marked as an artifact, which a screen reader passes over.
/// </summary>
internal sealed class Canvas
{
    private readonly DocumentFile document;
    private readonly StringBuilder content = new();
    private readonly List<int> annotations = [];
    private readonly TextOperators text;
    private readonly int key;
    private bool insideArtifact;

    public Canvas(DocumentFile document, PageSize size)
    {
        this.document = document;
        Size = size;
        Id = document.Objects.Reserve();
        key = document.Tags.NewKey();
        text = new TextOperators(content, document);
    }

    public int Id { get; }

    public PageSize Size { get; }

    public void Tagged(StructElement element, Action draw)
    {
        if (insideArtifact)
        {
            draw();
            return;
        }

        var number = document.Tags.Mark(key, Id, element);
        content.Append(CultureInfo.InvariantCulture, $"/{element.Type}<</MCID {number}>>BDC\n");
        draw();
        content.Append("EMC\n");
    }

    /// <param name="kind">A header or footer says which it is; a rule or a shade says nothing.</param>
    public void Artifact(Action draw, string? kind = null)
    {
        if (insideArtifact)
        {
            draw();
            return;
        }

        content.Append(kind is null ? "/Artifact BMC\n" : $"/Artifact<</Type/Pagination/Subtype/{kind}>>BDC\n");
        insideArtifact = true;
        draw();
        insideArtifact = false;
        content.Append("EMC\n");
    }

    public void Text(IReadOnlyList<Fragment> fragments, double left, double baseline) => text.Write(fragments, left, Size.Height - baseline);

    public void Fill(Color color, double left, double top, double width, double height)
    {
        SetFill(color);
        AddRectangle(left, top, width, height);
        content.Append("f\n");
    }

    /// <summary>Many rectangles at once, such as the dark squares of a code.</summary>
    public void Fill(Color color, IEnumerable<(double Left, double Top, double Width, double Height)> rectangles)
    {
        SetFill(color);
        foreach (var (left, top, width, height) in rectangles)
            AddRectangle(left, top, width, height);
        content.Append("f\n");
    }

    public void Image(PdfImage image, double left, double top, double width, double height) => content.Append(
        CultureInfo.InvariantCulture,
        $"q {PdfValue.Number(width)} 0 0 {PdfValue.Number(height)} {PdfValue.Number(left)} {PdfValue.Number(Size.Height - top - height)} cm {document.NameOf(image)} Do Q\n");

    /// <summary>A clickable place over what is already drawn.</summary>
    public void Link(StructElement element, LinkTarget target, double left, double top, double width, double height)
    {
        if (insideArtifact)
            return;

        var id = document.Objects.Reserve();
        var structParent = document.Tags.Annotate(Id, id, element);
        document.Objects.Put(id, $"<</Type/Annot/Subtype/Link/Rect{Box(left, top, width, height)}/Border[0 0 0]/F 4/StructParent {structParent}"
            + $"/Contents {PdfValue.Text(target.Description)}/A<</S/URI/URI {PdfValue.Ascii(target.Uri.AbsoluteUri)}>>>>");
        annotations.Add(id);
    }

    public void Bookmark(int level, string title, double top) => document.Outline.Add(level, title, Id, Size.Height - top);

    public string Box(double left, double top, double width, double height) =>
        PdfValue.Box(left, Size.Height - top - height, left + width, Size.Height - top);

    public void Write(int pages, int resources)
    {
        var drawing = document.Objects.AddStream("", Encoding.ASCII.GetBytes(content.ToString()));
        document.Objects.Put(Id, $"<</Type/Page/Parent {PdfValue.Reference(pages)}/MediaBox{PdfValue.Box(0, 0, Size.Width, Size.Height)}"
            + $"/Resources {PdfValue.Reference(resources)}/Contents {PdfValue.Reference(drawing)}/StructParents {PdfValue.Number(key)}/Tabs/S"
            + (annotations.Count > 0 ? "/Annots" + PdfValue.References(annotations) : "") + ">>");
    }

    private void SetFill(Color color) => content.Append(PdfValue.Fill(color)).Append('\n');

    private void AddRectangle(double left, double top, double width, double height) =>
        content.Append(CultureInfo.InvariantCulture, $"{PdfValue.Number(left)} {PdfValue.Number(Size.Height - top - height)} {PdfValue.Number(width)} {PdfValue.Number(height)} re\n");
}
