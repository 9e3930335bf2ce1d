using System.Security.Cryptography;

namespace Training.Domain.Attendance.Sheets;

public readonly record struct SheetScanId(Guid Value) : IId<SheetScanId>
{
    public static SheetScanId From(Guid value) => new(value);
}

/// <summary>The scan or photograph of a page that was signed, with its digest. Written once and never altered.</summary>
public sealed class SheetScan
{
    public const int DigestLength = 64;

    private SheetScan() => (ContentType, Content, Sha256, RecordedBy) = ("", [], "", "");

    public SheetScan(HalfDayRegisterId register, int page, string contentType, byte[] content, string by, DateTimeOffset now)
    {
        (Id, RegisterId, Page, ContentType) = (new SheetScanId(Guid.CreateVersion7()), register, page, contentType);
        (Content, Sha256, RecordedBy, RecordedAt) = (content, DigestOf(content), by, now);
    }

    public SheetScanId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    public int Page { get; private set; }

    public string ContentType { get; private set; }

    public byte[] Content { get; private set; }

    /// <summary>In hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public string Sha256 { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public static string DigestOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>How such a file is called when it leaves the product; the name under which it came may say anything.</summary>
    public static string ExtensionOf(string contentType) => contentType switch { "image/jpeg" => "jpg", "image/png" => "png", _ => "pdf" };
}
