using System.Security.Cryptography;

namespace Training.Domain.Attendance.Sheets;

public readonly record struct SheetScanId(Guid Value) : IId<SheetScanId>
{
    public static SheetScanId From(Guid value) => new(value);
}

/// <summary>A signed sheet of a half-day as it was scanned or photographed, with the digest by which it is known. Written once.</summary>
public sealed class SheetScan
{
    private SheetScan() => (Name, ContentType, Sha256, Content, RecordedBy) = ("", "", "", [], "");

    public SheetScan(HalfDayRegisterId register, string name, string contentType, byte[] content, string by, DateTimeOffset now)
    {
        (Id, RegisterId, Name, ContentType) = (new SheetScanId(Guid.CreateVersion7()), register, name, contentType);
        (Content, Sha256, RecordedBy, RecordedAt) = (content, Convert.ToHexStringLower(SHA256.HashData(content)), by, now);
    }

    public SheetScanId Id { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    public string Name { get; private set; }

    public string ContentType { get; private set; }

    /// <summary>In hexadecimal, over the bytes as they came.</summary>
    public string Sha256 { get; private set; }

    public byte[] Content { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
