using System.Globalization;
using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.6: what the file says of itself, in words that it explains where PDF/A does not know them.</summary>
internal static class MetadataRules
{
    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace PdfWords = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Id = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    private static readonly HashSet<XName> Known =
    [
        Dc + "format", Dc + "title", Dc + "language", Xmp + "CreateDate", Xmp + "ModifyDate", PdfWords + "Producer", Id + "part", Id + "conformance", Extension + "schemas",
    ];

    public static IEnumerable<string> Broken(PdfDocument document)
    {
        if (document.Find(document.Catalog(), "Metadata") is not StreamToken stream || stream.StreamDictionary.Data.ContainsKey("Filter"))
            return ["6.6.2.1: the file says nothing of itself, or nothing that can be found without unpacking"];

        var packet = Encoding.UTF8.GetString(stream.Data.Span);
        var description = XDocument.Parse(packet).Descendants(Rdf + "Description").Single();
        return BrokenByPacket(packet).Concat(BrokenByWords(description)).Concat(BrokenByClaim(description)).Concat(BrokenByInformation(document.Information.DocumentInformationDictionary!, description));
    }

    private static IEnumerable<string> BrokenByPacket(string packet)
    {
        var header = packet.Split('\n')[0];
        if (header != "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>")
            yield return $"6.6.2.1: the packet begins with {header}";
    }

    private static IEnumerable<string> BrokenByWords(XElement description)
    {
        var explained = description.Descendants(Schema + "schema").Select(schema => schema.Parent!).SelectMany(schema => schema.Descendants(Property + "name")
            .Where(name => IsWhole(schema) && IsWhole(name.Parent!)).Select(name => XNamespace.Get(schema.Element(Schema + "namespaceURI")!.Value) + name.Value)).ToHashSet();

        return description.Elements().Select(element => element.Name).Where(name => !Known.Contains(name) && !explained.Contains(name)).Select(name => $"6.6.2.3: nothing explains {name}");
    }

    /// <summary>Everything that 6.6.2.3.3 wants to be told of a schema, or of a property.</summary>
    private static bool IsWhole(XElement explanation)
    {
        var isSchema = explanation.Element(Schema + "schema") is not null;
        XName[] wanted = isSchema
            ? [Schema + "schema", Schema + "namespaceURI", Schema + "prefix", Schema + "property"]
            : [Property + "name", Property + "valueType", Property + "category", Property + "description"];

        return explanation.Elements().Select(element => element.Name).ToHashSet().SetEquals(wanted) && explanation.Elements().All(element => element.Value.Length > 0)
            && (isSchema
                ? explanation.GetNamespaceOfPrefix(explanation.Element(Schema + "prefix")!.Value)?.NamespaceName == explanation.Element(Schema + "namespaceURI")!.Value
                : explanation.Element(Property + "category")!.Value is "internal" or "external");
    }

    private static IEnumerable<string> BrokenByClaim(XElement description)
    {
        if (description.Element(Id + "part")?.Value != "2" || description.Element(Id + "conformance")?.Value != "A" || description.GetPrefixOfNamespace(Id) != "pdfaid")
            yield return "6.6.4: the file does not say which part it follows, or at which level";
    }

    /// <summary>6.6.3: what the older dictionary says is the same.</summary>
    private static IEnumerable<string> BrokenByInformation(DictionaryToken information, XElement description)
    {
        (string Key, string? Said)[] pairs =
        [
            ("Title", description.Element(Dc + "title")!.Value), ("Producer", description.Element(PdfWords + "Producer")!.Value),
            ("CreationDate", DateOf(description.Element(Xmp + "CreateDate")!)), ("ModDate", DateOf(description.Element(Xmp + "ModifyDate")!)),
        ];

        return pairs.Where(pair => PaperReader.Words(information.Data[pair.Key]) != pair.Said).Select(pair => $"6.6.3: {pair.Key} is said in two ways");
    }

    private static string DateOf(XElement moment)
    {
        var date = DateTimeOffset.Parse(moment.Value, CultureInfo.InvariantCulture);
        return date.ToString("'D:'yyyyMMddHHmmss", CultureInfo.InvariantCulture) + date.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'') + "'";
    }
}
