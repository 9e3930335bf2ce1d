using System.Globalization;
using System.Text;

namespace Training.Reports.Pdf.Writing;

/// <summary>How values are spelled in a PDF file.</summary>
internal static class PdfValue
{
    public static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Text(string text) => "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";

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
