using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>6.1.2 to 6.1.4: how the file begins and ends.</summary>
internal static partial class FileRules
{
    public static IEnumerable<string> Broken(byte[] file, PdfDocument document)
    {
        if (!FirstLine().IsMatch(Encoding.Latin1.GetString(file, 0, 9)))
            yield return "6.1.2: the file does not begin with its version";
        if (file[9] != '%' || file[10..14].Any(letter => letter <= 127))
            yield return "6.1.2: no comment says that the file is binary";
        if (!Encoding.Latin1.GetString(file[^6..]).Equals("%%EOF\n", StringComparison.Ordinal))
            yield return "6.1.3: something follows the end of the file";
        if (document.Structure.Trailer.Identifier.Count != 2)
            yield return "6.1.3: the file has no identifier";
        if (document.IsEncrypted)
            yield return "6.1.3: the file is encrypted";
    }

    [GeneratedRegex(@"^%PDF-1\.[0-7]\n$")]
    private static partial Regex FirstLine();
}
