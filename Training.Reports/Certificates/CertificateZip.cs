using System.IO.Compression;
using System.Text;
using Training.Domain.Certificates;

namespace Training.Reports.Certificates;

/// <summary>Certificates as they were kept, one file each, with their digests as <c>sha256sum -c</c> reads them.</summary>
public static class CertificateZip
{
    public static byte[] Write(IReadOnlyList<(string Number, CertificatePaper Paper)> papers)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (number, paper) in papers)
                Add(zip, $"{number}.pdf", paper.Content, paper.RecordedAt);
            var digests = string.Concat(papers.Select(p => $"{p.Paper.Sha256}  {p.Number}.pdf\n"));
            Add(zip, "SHA256SUMS", Encoding.UTF8.GetBytes(digests), papers.Max(p => p.Paper.RecordedAt));
        }

        return stream.ToArray();
    }

    // Of its own time and not of the download's: the same certificates give the same file.
    private static void Add(ZipArchive zip, string name, byte[] content, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = at.ToUniversalTime();
        using var target = entry.Open();
        target.Write(content);
    }
}
