using System.Globalization;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Writing;

/// <summary>Everything that the pages of one document have in common, and the file that it becomes.</summary>
internal sealed class DocumentFile(string title, string language, DateTimeOffset created)
{
    private readonly SortedDictionary<int, (EmbeddedFont Font, int Id)> fonts = [];
    private readonly Dictionary<PdfImage, int> images = new(ReferenceEqualityComparer.Instance);
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

    public EmbeddedFont FontOf(Typeface typeface)
    {
        if (!fonts.TryGetValue(typeface.Number, out var known))
            fonts[typeface.Number] = known = (new EmbeddedFont(typeface), Objects.Reserve());

        return known.Font;
    }

    /// <summary>An image that comes back, such as a logo on each certificate, is in the file once.</summary>
    public string NameOf(PdfImage image)
    {
        if (!images.TryGetValue(image, out var id))
            images[image] = id = image.Write(Objects);

        return "/I" + id.ToString(CultureInfo.InvariantCulture);
    }

    public byte[] Write()
    {
        var pages = Objects.Reserve();
        var resources = WriteResources();
        foreach (var canvas in canvases)
            canvas.Write(pages, resources);
        Objects.Put(pages, $"<</Type/Pages/Count {canvases.Count}/Kids{PdfValue.References(canvases.Select(canvas => canvas.Id))}>>");

        return Objects.Finish(WriteCatalog(pages), WriteInfo());
    }

    private int WriteResources()
    {
        foreach (var (font, id) in fonts.Values)
            font.Write(Objects, id);

        var pictures = images.Count == 0 ? "" : "/XObject<<" + string.Concat(images.Keys.Select(image => NameOf(image) + " " + PdfValue.Reference(images[image]))) + ">>";
        return Objects.Add("<</Font<<" + string.Concat(fonts.Select(font => NameOf(font.Key) + " " + PdfValue.Reference(font.Value.Id))) + ">>" + pictures + ">>");
    }

    public static string NameOf(int typeface) => "/F" + typeface.ToString(CultureInfo.InvariantCulture);

    private int WriteCatalog(int pages)
    {
        var metadata = Objects.AddPlainStream("/Type/Metadata/Subtype/XML", Xmp.Describe(title, language, created));
        var tags = Tags.Write(Objects);
        var profile = Objects.AddStream("/N 3", SrgbProfile.Bytes);
        var outline = Outline.IsEmpty ? "" : $"/Outlines {PdfValue.Reference(Outline.Write(Objects))}/PageMode/UseOutlines";

        return Objects.Add(
            $"<</Type/Catalog/Version/1.7/Pages {PdfValue.Reference(pages)}/Lang {PdfValue.Ascii(language)}/MarkInfo<</Marked true>>"
            + $"/StructTreeRoot {PdfValue.Reference(tags)}/Metadata {PdfValue.Reference(metadata)}/ViewerPreferences<</DisplayDocTitle true>>{outline}"
            + $"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier {PdfValue.Ascii(SrgbProfile.Name)}/Info {PdfValue.Ascii(SrgbProfile.Name)}"
            + $"/DestOutputProfile {PdfValue.Reference(profile)}>>]>>");
    }

    private int WriteInfo() => Objects.Add(
        $"<</Title {PdfValue.Text(title)}/Producer {PdfValue.Ascii(Xmp.Producer)}/CreationDate {PdfValue.Date(created)}/ModDate {PdfValue.Date(created)}>>");
}
