using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Training.Web.Hosting;

namespace Training.Web.Backups;

/// <summary>What a backup says of itself.</summary>
/// <param name="Migration">The last change of the tables that it has.</param>
/// <param name="Sha256">Of the database in it.</param>
public sealed record BackupManifest(DatabaseProvider Provider, string Migration, DateTimeOffset MadeAt, string Sha256);

/// <summary>
/// A backup is one file: a zip with the whole database and a manifest. Scans, papers of certificates and the keys that sign links and cookies lie in
/// the database, so nothing else has to be kept.
/// </summary>
internal static class BackupArchive
{
    private const string ManifestName = "manifest.json";
    private const string DatabaseName = "database";

    public static async Task PackAsync(string database, DatabaseProvider provider, string migration, DateTimeOffset madeAt, string archive, CancellationToken ct)
    {
        var part = archive + ".part";
        await using (var zip = await ZipFile.OpenAsync(part, ZipArchiveMode.Create, ct))
        {
            await zip.CreateEntryFromFileAsync(database, DatabaseName, CompressionLevel.Fastest, ct);
            await using var manifest = await zip.CreateEntry(ManifestName).OpenAsync(ct);
            await JsonSerializer.SerializeAsync(manifest, new BackupManifest(provider, migration, madeAt, await DigestAsync(database, ct)), cancellationToken: ct);
        }

        File.Move(part, archive, overwrite: true);
    }

    /// <returns>What the backup says of itself; its database lies in the file that was named.</returns>
    public static async Task<BackupManifest> UnpackAsync(string archive, string database, CancellationToken ct)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(archive, ct);
            await using var described = await Entry(zip, ManifestName).OpenAsync(ct);
            var manifest = (await JsonSerializer.DeserializeAsync<BackupManifest>(described, cancellationToken: ct))!;
            await Entry(zip, DatabaseName).ExtractToFileAsync(database, overwrite: true, ct);
            if (await DigestAsync(database, ct) == manifest.Sha256)
                return manifest;
        }
        catch (Exception strange) when (strange is InvalidDataException or JsonException)
        {
            throw new InvalidOperationException($"{archive} is no backup of this product.", strange);
        }

        throw new InvalidOperationException($"{archive} is damaged: the database in it is not the one that was saved.");
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, string name) => zip.GetEntry(name) ?? throw new InvalidDataException(name);

    private static async Task<string> DigestAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }
}
