namespace Training.Domain.Attendance;

/// <summary>Scans and photographs that people hand in: told by their first bytes, whatever they are called.</summary>
public static class DocumentFiles
{
    public const int MaxMegabytes = 8;
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;
    public const int NameMaxLength = 200;
    public const int ContentTypeMaxLength = 40;

    /// <returns>JPEG, PNG or PDF; nothing for anything else, or when it is empty or too large.</returns>
    public static string? ContentTypeOf(ReadOnlySpan<byte> file) => file switch
    {
        { Length: 0 or > MaxBytes } => null,
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => "image/png",
        [0x25, 0x50, 0x44, 0x46, 0x2D, ..] => "application/pdf",
        _ => null,
    };

    /// <summary>A name without its path, short enough to keep.</summary>
    public static string NameOf(string name)
    {
        var last = name.Split('/', '\\')[^1];
        return last.Length > NameMaxLength ? last[^NameMaxLength..] : last;
    }
}
