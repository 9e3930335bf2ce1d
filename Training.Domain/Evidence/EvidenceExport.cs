using System.Security.Cryptography;

namespace Training.Domain.Evidence;

/// <summary>
/// A bundle of evidence that left the office: of what, for whom and why, as known at which instant, by whom, with the digest of the file. Written once
/// and kept; the file itself goes when its link has expired.
/// </summary>
public sealed class EvidenceExport
{
    public const int CodeLength = 26;
    public const int ScopeMaxLength = 20_000;
    public const int PurposeMaxLength = 300;

    // No letter or figure that is mistaken for another: 127 bits, which nobody guesses.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private EvidenceExport() => (Code, Scope, Purpose, Author, Sha256) = ("", "", "", "", "");

    /// <param name="scope">JSON of what was asked.</param>
    /// <param name="run">The run of the index (R9), whose cut-off is that of every file.</param>
    public EvidenceExport(string scope, string purpose, int run, byte[] file, string author, DateTimeOffset now, DateTimeOffset expires)
    {
        (Code, Scope, Purpose, RunNumber) = (RandomNumberGenerator.GetString(Alphabet, CodeLength), scope, purpose, run);
        (Sha256, Author, RecordedAt, ExpiresAt) = (Convert.ToHexStringLower(SHA256.HashData(file)), author, now, expires);
    }

    /// <summary>Given by the database, growing.</summary>
    public int Number { get; private set; }

    /// <summary>The last part of the link.</summary>
    public string Code { get; private set; }

    public string Scope { get; private set; }

    public string Purpose { get; private set; }

    public int RunNumber { get; private set; }

    /// <summary>Of the file, in hexadecimal, as <c>sha256sum</c> prints it.</summary>
    public string Sha256 { get; private set; }

    public string Author { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
}

/// <summary>The file of an export, until its link expires.</summary>
public sealed class EvidenceExportFile(int exportNumber, byte[] content)
{
    public int ExportNumber { get; private set; } = exportNumber;

    public byte[] Content { get; private set; } = content;
}
