using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.7: what level A asks beyond level B.</summary>
internal static partial class TagRules
{
    private static readonly HashSet<string> StandardTypes =
    [
        "Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "Caption", "THead", "TBody", "TFoot", "TR", "TH", "TD", "Figure", "Link", "Span",
    ];

    public static IEnumerable<string> Broken(PdfDocument document)
    {
        if (document.Find(document.Catalog(), "MarkInfo") is not DictionaryToken marks || marks.Data.GetValueOrDefault("Marked") is not BooleanToken { Data: true })
            yield return "6.7.2: it is not said that the file is tagged";
        if (document.Find(document.Catalog(), "StructTreeRoot") is not DictionaryToken root)
        {
            yield return "6.7.3: the file has no structure";
            yield break;
        }

        foreach (var type in document.AllTokens().OfType<DictionaryToken>().Where(token => token != root && token.Data.ContainsKey("S") && token.Data.ContainsKey("P"))
            .Select(element => element.Name("S")!).Where(type => !StandardTypes.Contains(type)))
        {
            yield return $"6.7.3: {type} is no standard type";
        }

        foreach (var language in document.AllTokens().OfType<DictionaryToken>().Where(token => token.Data.ContainsKey("Lang")).Select(token => PaperReader.Words(token.Data["Lang"])))
        {
            if (!Tag().IsMatch(language))
                yield return $"6.7.4: {language} is no language";
        }
    }

    [GeneratedRegex("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$")]
    private static partial Regex Tag();
}
