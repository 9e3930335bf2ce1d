using System.Globalization;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Writing;

/// <summary>Everything that the pages of one document have in common, and the file that it becomes.</summary>
internal sealed class DocumentFile(string title, string language, DateTimeOffset created)
{
    private readonly SortedDictionary<Face, (EmbeddedFont Font, int Id)> fonts = [];
    private readonly List<Canvas> canvases = [];

    public PdfObjects Objects { get; } = new();

    public TagTree Tags { get; } = new();

    public Outline Outline { get; } = new();

    public Shaper Shaper { get; } = new(language);

    public IReadOnlyList<Canvas> Canvases => canvases;

    public Canvas AddCanvas(PageSize size)
    {
        var canvas = new Canvas(this, size);
        canvases.Add(canvas);
        return canvas;
    }

    public EmbeddedFont FontOf(Face face)
    {
        if (!fonts.TryGetValue(face, out var known))
            fonts[face] = known = (new EmbeddedFont(Typeface.Of(face)), Objects.Reserve());

        return known.Font;
    }

    public byte[] Write()
    {
        var pages = Objects.Reserve();
        var resources = WriteFonts();
        foreach (var canvas in canvases)
            canvas.Write(pages, resources);
        Objects.Put(pages, $"<</Type/Pages/Count {canvases.Count}/Kids{PdfValue.References(canvases.Select(canvas => canvas.Id))}>>");

        return Objects.Finish(WriteCatalog(pages), WriteInfo());
    }

    private int WriteFonts()
    {
        foreach (var (font, id) in fonts.Values)
            font.Write(Objects, id);

        return Objects.Add("<</Font<<" + string.Concat(fonts.Select(font => NameOf(font.Key) + " " + PdfValue.Reference(font.Value.Id))) + ">>>>");
    }

    public static string NameOf(Face face) => "/F" + ((int)face).ToString(CultureInfo.InvariantCulture);

    private int WriteCatalog(int pages)
    {
        var metadata = Objects.AddPlainStream("/Type/Metadata/Subtype/XML", Xmp.Describe(title, language, created));
        var tags = Tags.Write(Objects);
        var outline = Outline.IsEmpty ? "" : $"/Outlines {PdfValue.Reference(Outline.Write(Objects))}/PageMode/UseOutlines";

        return Objects.Add(
            $"<</Type/Catalog/Version/1.7/Pages {PdfValue.Reference(pages)}/Lang {PdfValue.Ascii(language)}/MarkInfo<</Marked true>>"
            + $"/StructTreeRoot {PdfValue.Reference(tags)}/Metadata {PdfValue.Reference(metadata)}/ViewerPreferences<</DisplayDocTitle true>>{outline}>>");
    }

    private int WriteInfo() => Objects.Add(
        $"<</Title {PdfValue.Text(title)}/Producer {PdfValue.Ascii(Xmp.Producer)}/CreationDate {PdfValue.Date(created)}/ModDate {PdfValue.Date(created)}>>");
}
