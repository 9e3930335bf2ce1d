using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Fonts;

/// <summary>The part of a typeface that one document uses: its glyphs, and the text to read for each of them.</summary>
internal sealed class EmbeddedFont(Typeface typeface)
{
    private readonly SortedDictionary<ushort, string> texts = [];

    /// <summary>False when a reader of the file could not tell the text from the glyphs, so that the text has to be given beside them.</summary>
    public bool Reads(ShapedText shaped)
    {
        var reads = shaped.ReadsAsGlyphs;
        foreach (var glyph in shaped.Glyphs)
            reads &= texts.TryAdd(glyph.Id, glyph.Text) || texts[glyph.Id] == glyph.Text;

        return reads;
    }

    public void Write(PdfObjects objects, int id)
    {
        var program = FontSubset.Of(typeface, texts.Keys);
        var name = $"{Prefix(program)}+{typeface.Name}";
        var file = objects.AddStream($"/Length1 {program.Length}", program);
        var descendant = objects.Add(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/CIDToGIDMap/Identity/DW 0/W[{Widths()}]/FontDescriptor {PdfValue.Reference(objects.Add(Descriptor(name, file)))}>>");
        var toUnicode = objects.AddStream("", Encoding.ASCII.GetBytes(ToUnicode()));

        objects.Put(id, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfValue.Reference(descendant)}]/ToUnicode {PdfValue.Reference(toUnicode)}>>");
    }

    /// <summary>Six capitals that tell one subset from another.</summary>
    private static string Prefix(byte[] program) => string.Concat(SHA256.HashData(program).Take(6).Select(value => (char)('A' + value % 26)));

    private string Descriptor(string name, int file)
    {
        const int symbolic = 4;
        const int stemWidth = 80;
        var metrics = typeface.ReadMetrics();

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{name}/Flags {symbolic}/FontBBox[{string.Join(' ', metrics.Box.Select(PdfValue.Number))}]")
            + $"/ItalicAngle {PdfValue.Number(metrics.ItalicAngle)}/Ascent {PdfValue.Number(metrics.Ascent)}/Descent {PdfValue.Number(metrics.Descent)}"
            + $"/CapHeight {PdfValue.Number(metrics.CapHeight)}/StemV {stemWidth}/FontFile2 {PdfValue.Reference(file)}>>";
    }

    private string Widths() => string.Join(' ', texts.Keys.Select(glyph => $"{glyph}[{PdfValue.Number(typeface.AdvanceOf(glyph))}]"));

    private string ToUnicode()
    {
        const int mostInOneBlock = 100;
        var map = new StringBuilder(
            "/CIDInit/ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
            + "/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
        foreach (var block in texts.Chunk(mostInOneBlock))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (glyph, text) in block)
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>\n");
            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n").ToString();
    }
}
