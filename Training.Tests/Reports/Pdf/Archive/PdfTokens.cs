using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>The values of a file, wherever they are.</summary>
internal static class PdfTokens
{
    public static DictionaryToken Catalog(this PdfDocument document) => document.Structure.Catalog.CatalogDictionary;

    public static IToken Resolve(this PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data).Data : token;

    /// <summary>Nothing where the dictionary has no such key.</summary>
    public static IToken? Find(this PdfDocument document, DictionaryToken dictionary, string key) =>
        dictionary.Data.TryGetValue(key, out var value) ? document.Resolve(value) : null;

    public static string? Name(this DictionaryToken dictionary, string key) => dictionary.Data.GetValueOrDefault(key) is NameToken name ? name.Data : null;

    /// <summary>What the stream holds, whether it is packed or in the open.</summary>
    public static byte[] Content(this StreamToken stream) => stream.StreamDictionary.Data.ContainsKey("Filter") ? PaperReader.Unpacked(stream) : stream.Data.ToArray();

    /// <summary>Every value of every object, and the values inside it.</summary>
    public static IEnumerable<IToken> AllTokens(this PdfDocument document) =>
        document.Structure.CrossReferenceTable.ObjectOffsets.Keys.SelectMany(reference => AllIn(document.Structure.GetObject(reference).Data));

    public static IEnumerable<IToken> AllIn(IToken token) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.Values.SelectMany(AllIn).Prepend(dictionary),
        ArrayToken array => array.Data.SelectMany(AllIn).Prepend(array),
        StreamToken stream => AllIn(stream.StreamDictionary).Prepend(stream),
        _ => [token],
    };
}
