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
        var index = bundle.Index;
        var (period, cutOff) = (words["Report_Period", words.Date(index.Question.From), words.Date(index.Question.To)], $"{words["Report_CutOff"]} {words.Moment(index.CutOff)}");
        var seal = files.FirstOrDefault(file => file.Name.StartsWith("seals/", StringComparison.Ordinal))?.Name;
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            <head><meta charset="utf-8"><title>{Escaped(words["Report_Title_r9"])}</title></head>
            <body>
            <h1>{Escaped(words["Report_Title_r9"])}</h1>
            <p>{Escaped(string.Join(" · ", ScopeIn(bundle.Scope, words).Prepend(school).Append(period).Append(cutOff).Append(ReportPdf.RunOf(index, words)).Append(index.Author)))}</p>
            <h2>{Escaped(words["Evidence_HowToCheck"])}</h2>
            <p>{Escaped(words["Evidence_Check"])}</p>
            <pre>sha256sum -c SHA256SUMS</pre>
            {(seal is null ? "" : $"<p>{Escaped(words["Evidence_Seals"])}</p>\n<pre>sha256sum {Escaped(seal)}</pre>")}
            <p>{Escaped(words["Evidence_Certificates"])}</p>
            {(bundle.Originals.Count == 0 ? "" : Originals(bundle, words))}
            <table><caption>{Escaped(words["Evidence_Files"])}</caption><thead><tr><th scope="col">{Escaped(words["Report_Column_FileName"])}</th><th scope="col">SHA-256</th></tr></thead>
            <tbody>
            {string.Concat(files.Select(file => $"<tr><td><a href=\"{Escaped(file.Name)}\">{Escaped(file.Name)}</a></td><td><code>{Sha256(file)}</code></td></tr>\n"))}</tbody></table>
            </body>
            </html>

            """;
    }

    /// <summary>What a bundle is of, in words.</summary>
    private static IEnumerable<string> ScopeIn(EvidenceScope scope, Wording words)
    {
        if (scope.Grant is { } grant)
            yield return $"{words["Report_Asked_Grant"]}: {grant}";
        if (scope.Session is { } session)
            yield return $"{words["Report_Column_SessionCode"]}: {session}";
        if (scope.IsOfPersons)
            yield return $"{words["Report_Column_Persons"]}: {scope.Persons!.Count}";
    }

    private static string Originals(EvidenceBundle bundle, Wording words) => $"""
        <p>{Escaped(words["Evidence_Covered"])}</p>
        <table><caption>{Escaped(words["Evidence_Originals"])}</caption>
        <thead><tr><th scope="col">{Escaped(words["Report_Column_FileName"])}</th><th scope="col">SHA-256</th><th scope="col">{Escaped(words["Evidence_Copy"])}</th></tr></thead>
        <tbody>
        {string.Concat(bundle.Originals.Select(original => $"<tr><td>{Escaped(original.Name)}</td><td><code>{original.Sha256}</code></td><td>{Escaped(original.Copy ?? words["Evidence_NotCopied"])}</td></tr>\n"))}</tbody></table>
        """;

    private static string Escaped(string text) => WebUtility.HtmlEncode(text);
}
