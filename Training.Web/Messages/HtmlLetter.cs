using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Training.Web.Messages;

/// <summary>A letter as a page without picture, and without style but for long addresses that have to break on a phone: read aloud, enlarged or on a dark screen it stays itself.</summary>
internal static partial class HtmlLetter
{
    /// <param name="letters">The same in one language or in two; the paragraphs are plain text, and addresses in them become links.</param>
    public static string Write(string subject, IReadOnlyList<Letter> letters)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"{letters[0].Language}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{WebUtility.HtmlEncode(subject)}</title>\n</head>\n<body style=\"overflow-wrap: anywhere\">\n");
        foreach (var letter in letters)
        {
            page.Append(CultureInfo.InvariantCulture, $"<section lang=\"{letter.Language}\">\n<h1>{WebUtility.HtmlEncode(letter.Subject)}</h1>\n");
            page.AppendParagraphs(letter.Paragraphs);
            foreach (var gathered in letter.Gathered)
                page.Append(CultureInfo.InvariantCulture, $"<h2>{WebUtility.HtmlEncode(gathered.Subject)}</h2>\n").AppendParagraphs(gathered.Paragraphs);
            page.AppendParagraphs(letter.Closing).Append("</section>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    private static StringBuilder AppendParagraphs(this StringBuilder page, IEnumerable<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
            page.Append("<p>").Append(Addresses().Replace(WebUtility.HtmlEncode(paragraph), "<a href=\"$0\">$0</a>").Replace("\n", "<br>\n", StringComparison.Ordinal)).Append("</p>\n");
        return page;
    }

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:)]")]
    private static partial Regex Addresses();
}
