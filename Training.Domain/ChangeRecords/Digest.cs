using System.Security.Cryptography;
using System.Text;

namespace Training.Domain.ChangeRecords;

/// <summary>SHA-256 over a list of texts, each preceded by its length so that no two lists are mistaken for each other.</summary>
public static class Digest
{
    public const int Length = 64;

    /// <summary>A short code that stands in the place of a name: the same for the same parts.</summary>
    public static string CodeOf(params IEnumerable<string> parts) => "P-" + Of(parts)[..8].ToUpperInvariant();

    public static string Of(params IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(BytesOf(parts)));

    /// <summary>What is digested: before each part its length in bytes, as four bytes, the lowest first.</summary>
    public static byte[] BytesOf(params IEnumerable<string> parts)
    {
        using var all = new MemoryStream();
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            all.Write(BitConverter.GetBytes(bytes.Length));
            all.Write(bytes);
        }

        return all.ToArray();
    }
}
