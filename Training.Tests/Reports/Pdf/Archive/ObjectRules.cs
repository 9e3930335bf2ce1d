using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.1.7 to 6.1.13, 6.3, 6.5, 6.8 to 6.11: what the objects of a file may say, and how long it may be.</summary>
internal static class ObjectRules
{
    /// <summary>Of every kind of dictionary; each has been looked up in ISO 19005-2. Forms, scripts, attachments, layers and presentations are not among them.</summary>
    private static readonly HashSet<string> KnownKeys =
    [
        "Type", "Subtype", "S", "Length", "Filter", "N", "First", "Size", "W", "Root", "Info", "ID",
        "Version", "Pages", "Lang", "MarkInfo", "Marked", "StructTreeRoot", "Metadata", "ViewerPreferences", "DisplayDocTitle", "Outlines", "PageMode",
        "OutputIntents", "OutputConditionIdentifier", "DestOutputProfile", "Title", "Producer", "CreationDate", "ModDate",
        "Count", "Kids", "Parent", "MediaBox", "Resources", "Contents", "StructParents", "Tabs", "Annots", "Last", "Next", "Prev", "Dest",
        "Rect", "Border", "F", "StructParent", "A", "URI", "K", "ParentTree", "ParentTreeNextKey", "Nums", "P", "Pg", "Alt", "MCID", "Obj",
        "O", "ListNumbering", "Scope", "Placement", "BBox", "ColSpan", "RowSpan", "Font", "XObject", "BaseFont", "Encoding", "DescendantFonts", "ToUnicode",
        "CIDSystemInfo", "Registry", "Ordering", "Supplement", "CIDToGIDMap", "DW", "FontDescriptor", "FontName", "Flags", "FontBBox", "ItalicAngle",
        "Ascent", "Descent", "CapHeight", "StemV", "FontFile2", "Length1", "Width", "Height", "BitsPerComponent", "ColorSpace", "SMask",
    ];

    private static readonly HashSet<string> Filters = ["FlateDecode", "DCTDecode"];

    public static IEnumerable<string> Broken(PdfDocument document) => document.AllTokens().SelectMany(Broken);

    private static IEnumerable<string> Broken(IToken token) => token switch
    {
        DictionaryToken dictionary => BrokenBy(dictionary),
        StreamToken stream => BrokenBy(stream),
        StringToken { Data.Length: > 32_767 } or HexToken { Bytes.Length: > 32_767 } => ["6.1.13: a string is too long"],
        NameToken { Data.Length: > 127 } => ["6.1.13: a name is too long"],
        NumericToken { Double: > int.MaxValue or < int.MinValue or (> -1e-37 and < 1e-37 and not 0) } => ["6.1.13: a number is out of range"],
        _ => [],
    };

    private static IEnumerable<string> BrokenBy(DictionaryToken dictionary)
    {
        // The names of fonts and images are the document's own.
        foreach (var key in dictionary.Data.Keys.Where(key => !KnownKeys.Contains(key) && !char.IsDigit(key[^1])))
            yield return $"6.1: nobody has looked whether {key} may be there";
        if (dictionary.Data.GetValueOrDefault("MediaBox") is ArrayToken box)
        {
            var sides = box.Data.Cast<NumericToken>().Select(side => side.Double).ToList();
            if (sides[2] - sides[0] is < 3 or > 14_400 || sides[3] - sides[1] is < 3 or > 14_400)
                yield return "6.1.13: a page is too small or too large";
        }

        if (dictionary.Name("Type") == "Annot")
        {
            if (dictionary.Name("Subtype") != "Link")
                yield return $"6.3.1: an annotation is a {dictionary.Name("Subtype")}";
            if (dictionary.Data.GetValueOrDefault("F") is not NumericToken { Int: 4 })
                yield return "6.3.2: an annotation is hidden or not printed";
            if (dictionary.Data.GetValueOrDefault("A") is not DictionaryToken action || action.Name("S") != "URI")
                yield return "6.5.1: a link does something else than lead to an address";
        }
    }

    private static IEnumerable<string> BrokenBy(StreamToken stream)
    {
        if (stream.StreamDictionary.Data.ContainsKey("F"))
            yield return "6.1.7: the content of a stream is elsewhere";
        if (stream.StreamDictionary.Data.GetValueOrDefault("Filter") is { } filter && (filter is not NameToken name || !Filters.Contains(name.Data)))
            yield return $"6.1.7: a stream is packed by {filter}";
    }
}
