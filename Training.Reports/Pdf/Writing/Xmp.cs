using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Training.Reports.Pdf.Writing;

/// <summary>
/// What the file says about itself: its title, its language, its date, that it can be heard (PDF/UA-1, ISO 14289-1), and that it can be kept
/// (PDF/A-2, level A, ISO 19005-2). Properties that PDF/A does not know are explained in the words that it lays down for that.
/// </summary>
internal static class Xmp
{
    public const string Producer = "Training.Reports.Pdf";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Basic = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace PdfUa = "http://www.aiim.org/pdfua/ns/id/";
    private static readonly XNamespace PdfA = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace Extension = "http://www.aiim.org/pdfa/ns/extension/";
    private static readonly XNamespace Schema = "http://www.aiim.org/pdfa/ns/schema#";
    private static readonly XNamespace Property = "http://www.aiim.org/pdfa/ns/property#";

    public static byte[] Describe(string title, string language, DateTimeOffset created)
    {
        var date = created.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var packet = new XElement(
            XName.Get("xmpmeta", "adobe:ns:meta/"),
            new XAttribute(XNamespace.Xmlns + "x", "adobe:ns:meta/"),
            new XElement(
                Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf),
                new XElement(
                    Rdf + "Description",
                    new XAttribute(Rdf + "about", ""),
                    new XAttribute(XNamespace.Xmlns + "dc", Dc),
                    new XAttribute(XNamespace.Xmlns + "xmp", Basic),
                    new XAttribute(XNamespace.Xmlns + "pdf", Pdf),
                    new XAttribute(XNamespace.Xmlns + "pdfuaid", PdfUa),
                    new XAttribute(XNamespace.Xmlns + "pdfaid", PdfA),
                    new XAttribute(XNamespace.Xmlns + "pdfaExtension", Extension),
                    new XAttribute(XNamespace.Xmlns + "pdfaSchema", Schema),
                    new XAttribute(XNamespace.Xmlns + "pdfaProperty", Property),
                    new XElement(Dc + "format", "application/pdf"),
                    new XElement(Dc + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), title))),
                    new XElement(Dc + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", language))),
                    new XElement(Basic + "CreateDate", date),
                    new XElement(Basic + "ModifyDate", date),
                    new XElement(Pdf + "Producer", Producer),
                    new XElement(PdfUa + "part", 1),
                    new XElement(PdfA + "part", 2),
                    new XElement(PdfA + "conformance", "A"),
                    new XElement(Extension + "schemas", new XElement(Rdf + "Bag", ExplainPdfUa())))));

        return Encoding.UTF8.GetBytes(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
            + packet.ToString(SaveOptions.DisableFormatting).ReplaceLineEndings("\n")
            + "\n<?xpacket end=\"r\"?>");
    }

    private static XElement ExplainPdfUa() => Resource(
        new XElement(Schema + "schema", "PDF/UA identification"),
        new XElement(Schema + "namespaceURI", PdfUa.NamespaceName),
        new XElement(Schema + "prefix", "pdfuaid"),
        new XElement(Schema + "property", new XElement(Rdf + "Seq", Resource(
            new XElement(Property + "name", "part"),
            new XElement(Property + "valueType", "Integer"),
            new XElement(Property + "category", "internal"),
            new XElement(Property + "description", "The part of ISO 14289 that the file follows")))));

    private static XElement Resource(params XElement[] content) => new(Rdf + "li", new XAttribute(Rdf + "parseType", "Resource"), content);
}
