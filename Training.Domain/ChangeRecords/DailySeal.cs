namespace Training.Domain.ChangeRecords;

/// <summary>A day's seal: a hash over the last record of every chain that grew since the seal before, and over that seal.</summary>
public sealed class DailySeal
{
    private DailySeal() => (PreviousHash, Hash) = ("", "");

    public DailySeal(DateOnly date, DateTimeOffset upTo, int heads, string previousHash, string hash) =>
        (Date, UpTo, Heads, PreviousHash, Hash) = (date, upTo, heads, previousHash, hash);

    public DateOnly Date { get; private set; }

    /// <summary>Records up to this moment are under this seal or an earlier one.</summary>
    public DateTimeOffset UpTo { get; private set; }

    public int Heads { get; private set; }

    public string PreviousHash { get; private set; }

    public string Hash { get; private set; }
}
