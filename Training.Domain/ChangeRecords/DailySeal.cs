using System.Globalization;

namespace Training.Domain.ChangeRecords;

/// <summary>A day's seal: a hash over the last record of every chain that grew since the seal before, and over that seal.</summary>
public sealed class DailySeal
{
    private DailySeal() => (PreviousHash, Hash) = ("", "");

    public DailySeal(DateOnly date, DateTimeOffset upTo, int heads, string previousHash, string hash) =>
        (Date, UpTo, Heads, PreviousHash, Hash) = (date, upTo, heads, previousHash, hash);

    public DateOnly Date { get; private set; }

    /// <summary>Records before this moment are under this seal or an earlier one.</summary>
    public DateTimeOffset UpTo { get; private set; }

    public int Heads { get; private set; }

    public string PreviousHash { get; private set; }

    public string Hash { get; private set; }

    /// <summary>The hash of a day: its date, the head of each chain that grew, and the seal before it.</summary>
    public static string HashOver(DateOnly date, IEnumerable<KeyValuePair<Guid, string>> heads, string previousHash) => Digest.Of(
        heads.Select(head => $"{head.Key}:{head.Value}").Order(StringComparer.Ordinal)
            .Prepend(date.ToString("O", CultureInfo.InvariantCulture)).Prepend(previousHash));
}
