using System.Globalization;
using System.Text;

namespace Training.Reports.Pdf.Writing;

/// <summary>How values are spelled in a PDF file.</summary>
internal static class PdfValue
{
    private const int MostLetters = (32_767 - 2) / 2;

    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A text of more than 32,767 bytes, which ISO 19005-2 forbids (6.1.13), ends in three dots.</summary>
    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text.Length > MostLetters ? text[..(MostLetters - 1)] + "…" : text)) + ">";

    public static string Ascii(string text) =>
        "(" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal) + ")";

    public static string Reference(int id) => string.Create(CultureInfo.InvariantCulture, $"{id} 0 R");

    public static string References(IEnumerable<int> ids) => "[" + string.Join(' ', ids.Select(Reference)) + "]";

    public static string Box(double left, double bottom, double right, double top) =>
        $"[{Number(left)} {Number(bottom)} {Number(right)} {Number(top)}]";

    public static string Fill(Color color) => $"{Share(color.Red)} {Share(color.Green)} {Share(color.Blue)} rg";

    public static string Date(DateTimeOffset moment)
    {
        var offset = moment.ToString("zzz", CultureInfo.InvariantCulture).Replace(':', '\'');
        return "(D:" + moment.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + offset + "')";
    }

    private static string Share(byte part) => (part / 255.0).ToString("0.###", CultureInfo.InvariantCulture);
}
