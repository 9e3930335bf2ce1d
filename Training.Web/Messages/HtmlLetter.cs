using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.Web.Messages;

/// <summary>A letter as a page without style or picture: read aloud, enlarged or on a dark screen it stays itself.</summary>
internal static partial class HtmlLetter
{
    /// <param name="paragraphs">Plain text; addresses in it become links.</param>
    public static string Write(string language, string subject, IEnumerable<string> paragraphs)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(subject)}</title>\n</head>\n<body>\n<h1>{WebUtility.HtmlEncode(subject)}</h1>\n");
        foreach (var paragraph in paragraphs)
            page.Append("<p>").Append(Addresses().Replace(WebUtility.HtmlEncode(paragraph), "<a href=\"$0\">$0</a>").Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        return page.Append("</body>\n</html>\n").ToString();
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:)]")]
    private static partial Regex Addresses();
}
