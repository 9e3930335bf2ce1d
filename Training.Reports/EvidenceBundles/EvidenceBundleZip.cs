using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Training.Reports.Reporting;
using Training.Reports.Words;

namespace Training.Reports.EvidenceBundles;

/// <summary>A bundle as one ZIP, with the digests of its files as <c>sha256sum -c</c> reads them and a page that says how to check them.</summary>
public static class EvidenceBundleZip
{
    public static byte[] Write(EvidenceBundle bundle, Wording words, string school)
    {
        List<EvidenceFile> files =
        [
            new("index.pdf", ReportPdf.Write(bundle.Index, words, school), bundle.Index.CutOff),
            new("index.csv", ReportCsv.Write(bundle.Index, words), bundle.Index.CutOff),
            .. bundle.Files,
        ];
        files.Add(new EvidenceFile("index.html", Encoding.UTF8.GetBytes(Page(bundle, files, words, school)), bundle.Index.CutOff));
        files.Add(new EvidenceFile("SHA256SUMS", Encoding.UTF8.GetBytes(string.Concat(files.Select(file => $"{Sha256(file)}  {file.Name}\n"))), bundle.Index.CutOff));

        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                var entry = zip.CreateEntry(file.Name, CompressionLevel.Optimal);
                entry.LastWriteTime = file.At.ToUniversalTime();
                using var target = entry.Open();
                target.Write(file.Content);
            }
        }

        return stream.ToArray();
    }

    private static string Sha256(EvidenceFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Content));

    private static string Page(EvidenceBundle bundle, List<EvidenceFile> files, Wording words, string school)
    {
        var (index, rows) = (bundle.Index, new StringBuilder());
        foreach (var file in files)
            rows.Append(CultureInfo.InvariantCulture, $"<tr><td><a href=\"{WebUtility.HtmlEncode(file.Name)}\">{WebUtility.HtmlEncode(file.Name)}</a></td><td><code>{Sha256(file)}</code></td></tr>\n");
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            <head><meta charset="utf-8"><title>{WebUtility.HtmlEncode(words["Report_Title_r9"])}</title></head>
            <body>
            <h1>{WebUtility.HtmlEncode(words["Report_Title_r9"])}</h1>
            <p>{WebUtility.HtmlEncode($"{school} · {ReportPdf.RunOf(index, words)} · {words["Report_Period", words.Date(index.Question.From), words.Date(index.Question.To)]} · {words["Report_CutOff"]} {words.Moment(index.CutOff)} · {index.Author}")}</p>
            <h2>{WebUtility.HtmlEncode(words["Evidence_HowToCheck"])}</h2>
            <p>{WebUtility.HtmlEncode(words["Evidence_Check"])}</p>
            <pre>sha256sum -c SHA256SUMS</pre>
            <p>{WebUtility.HtmlEncode(words["Evidence_Seals"])}</p>
            <table><caption>{WebUtility.HtmlEncode(words["Evidence_Files"])}</caption><thead><tr><th scope="col">{WebUtility.HtmlEncode(words["Report_Column_FileName"])}</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>
            {rows}</tbody></table>
            </body>
            </html>

            """;
    }
}
