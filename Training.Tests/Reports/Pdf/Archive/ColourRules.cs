using System.Buffers.Binary;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.2: what is drawn, and what its colours mean.</summary>
internal static class ColourRules
{
    // Of these only rg sets a colour, in red, green and blue.
    private static readonly HashSet<string> Operators = ["BT", "ET", "Tm", "Tf", "TJ", "Ts", "rg", "re", "f", "q", "Q", "cm", "Do", "BMC", "BDC", "EMC"];

    public static IEnumerable<string> Broken(PdfDocument document) =>
        BrokenByIntent(document).Concat(document.GetPages().SelectMany(page => BrokenBy(document, page))).Concat(document.AllTokens().OfType<StreamToken>().SelectMany(BrokenBy));

    private static IEnumerable<string> BrokenByIntent(PdfDocument document)
    {
        if (document.Find(document.Catalog(), "OutputIntents") is not ArrayToken { Data: [var only] } || document.Resolve(only) is not DictionaryToken intent
            || intent.Name("S") != "GTS_PDFA1" || document.Find(intent, "DestOutputProfile") is not StreamToken profile)
        {
            yield return "6.2.3: nothing says what the colours mean";
            yield break;
        }

        var bytes = profile.Content();
        if (BinaryPrimitives.ReadInt32BigEndian(bytes) != bytes.Length || bytes[8] is < 2 or > 4 || Encoding.ASCII.GetString(bytes, 12, 8) != "mntrRGB "
            || Encoding.ASCII.GetString(bytes, 36, 4) != "acsp" || profile.StreamDictionary.Data.GetValueOrDefault("N") is not NumericToken { Int: 3 })
        {
            yield return "6.2.3: the profile is not that of a monitor with three colours";
        }
    }

    private static IEnumerable<string> BrokenBy(PdfDocument document, UglyToad.PdfPig.Content.Page page)
    {
        foreach (var operation in page.Operations.Where(operation => !Operators.Contains(operation.Operator)))
            yield return $"6.2.2: nobody has looked whether {operation.Operator} may be drawn with";
        if (document.Find(page.Dictionary, "Resources") is not DictionaryToken)
            yield return "6.2.2: a page does not say what it draws with";

        var depth = 0;
        foreach (var operation in page.Operations)
        {
            depth += operation.Operator switch { "q" => 1, "Q" => -1, _ => 0 };
            if (depth is < 0 or > 28)
                yield return "6.1.13: states are saved too deep";
        }
    }

    private static IEnumerable<string> BrokenBy(StreamToken stream)
    {
        var image = stream.StreamDictionary;
        if (image.Name("Subtype") == "Image" && image.Name("ColorSpace") is not ("DeviceRGB" or "DeviceGray"))
            yield return $"6.2.4.3: an image is in {image.Name("ColorSpace")}";
        if (image.Name("Type") == "XObject" && image.Name("Subtype") != "Image")
            yield return $"6.2.9: a {image.Name("Subtype")} is drawn";
    }
}
