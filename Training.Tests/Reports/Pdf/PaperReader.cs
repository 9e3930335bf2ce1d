using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf;

/// <summary>Reads a document as a screen reader does: by its tags, not by its looks.</summary>
internal sealed class PaperReader(byte[] file) : IDisposable
{
    private readonly PdfDocument document = PdfDocument.Open(file);

    public IReadOnlyList<Page> Pages => [.. document.GetPages()];

    public DictionaryToken Catalog => document.Structure.Catalog.CatalogDictionary;

    public DocumentInformation Information => document.Information;

    public string Metadata => document.TryGetXmpMetadata(out var metadata) ? metadata.GetXDocument().ToString() : "";

    public DictionaryToken TreeRoot => Dictionary(Catalog.Data["StructTreeRoot"]);

    public UglyToad.PdfPig.Outline.Bookmarks Bookmarks => document.TryGetBookmarks(out var bookmarks) ? bookmarks : new([]);

    /// <summary>Every element with the texts that are its own, in reading order, indented by depth.</summary>
    public IReadOnlyList<string> Outline()
    {
        var lines = new List<string>();
        Describe(Child(TreeRoot, "K"), 0, lines);
        return lines;
    }

    public IReadOnlyList<DictionaryToken> Elements(string type) =>
        [.. Descendants(Child(TreeRoot, "K")).Where(element => Name(element) == type)];

    /// <summary>What is read as part of the document on a page.</summary>
    public string TaggedText(int page) => TextOf(MarkedOn(page).Where(content => !content.IsArtifact));

    public string ArtifactText(int page) => TextOf(MarkedOn(page).Where(content => content.IsArtifact));

    /// <summary>What is read in place of glyphs that do not tell it, in order.</summary>
    public IReadOnlyList<string> ActualTexts(int page) =>
        [.. MarkedOn(page).SelectMany(content => content.Children.Prepend(content)).Select(content => content.ActualText).OfType<string>()];

    public string TextOf(DictionaryToken element) => string.Concat(Kids(element).Select(kid => kid switch
    {
        NumericToken number => TextOf(PageOf(element), number.Int),
        DictionaryToken part when part.Data.TryGetValue("MCID", out var number) => TextOf(PageOf(part), ((NumericToken)number).Int),
        _ => "",
    }));

    /// <summary>Where the way back from an annotation ends.</summary>
    public DictionaryToken ElementOfKey(IToken key)
    {
        var numbers = ((ArrayToken)Child(TreeRoot, "ParentTree").Data["Nums"]).Data;
        return Dictionary(numbers[numbers.ToList().IndexOf(key) + 1]);
    }

    /// <summary>Whatever draws without being part of the document or being said to be an artifact.</summary>
    public IReadOnlyList<string> UnmarkedOperations()
    {
        var depth = 0;
        var unmarked = new List<string>();
        foreach (var operation in Pages.SelectMany(page => page.Operations))
        {
            depth += operation.Operator switch { "BDC" or "BMC" => 1, "EMC" => -1, _ => 0 };
            if (depth == 0 && operation.Operator is "TJ" or "Tj" or "f" or "S" or "Do")
                unmarked.Add(operation.Operator);
        }

        return unmarked;
    }

    public static string Words(IToken token) => token is HexToken hex ? hex.Data : ((StringToken)token).Data;

    public DictionaryToken Dictionary(IToken token) => (DictionaryToken)Resolve(token);

    public IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    public static byte[] Unpacked(StreamToken stream)
    {
        using var unpacked = new ZLibStream(new MemoryStream(stream.Data.ToArray()), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    public void Dispose() => document.Dispose();

    private void Describe(DictionaryToken element, int depth, List<string> lines)
    {
        lines.Add($"{new string(' ', depth)}{Name(element)} {TextOf(element)}".TrimEnd());
        foreach (var child in Kids(element).OfType<DictionaryToken>().Where(kid => kid.Data.ContainsKey("S")))
            Describe(child, depth + 1, lines);
    }

    private IEnumerable<DictionaryToken> Descendants(DictionaryToken element) =>
        Kids(element).OfType<DictionaryToken>().Where(kid => kid.Data.ContainsKey("S")).SelectMany(Descendants).Prepend(element);

    private IEnumerable<IToken> Kids(DictionaryToken element) =>
        element.Data.TryGetValue("K", out var kids) ? ((ArrayToken)Resolve(kids)).Data.Select(Resolve) : [];

    private DictionaryToken Child(DictionaryToken parent, string key) => Dictionary(parent.Data[key]);

    private int PageOf(DictionaryToken element)
    {
        var wanted = Dictionary(element.Data["Pg"]);
        return Pages.First(page => page.Dictionary.Data["StructParents"].Equals(wanted.Data["StructParents"])).Number;
    }

    private string TextOf(int page, int number) => TextOf(MarkedOn(page).Where(content => content.MarkedContentIdentifier == number));

    private IEnumerable<MarkedContentElement> MarkedOn(int page) => document.GetPage(page).GetMarkedContents();

    private static string TextOf(IEnumerable<MarkedContentElement> contents) =>
        string.Concat(contents.Select(content => string.Concat(content.Letters.Select(letter => letter.Value)) + TextOf(content.Children)));

    private static string Name(DictionaryToken element) => ((NameToken)element.Data["S"]).Data;
}
