using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.ChangeRecords;

public enum LinkFault
{
    /// <summary>A record no longer says what its hash was made of.</summary>
    RecordAltered,

    /// <summary>A record that should follow another is not there, or does not follow it.</summary>
    RecordMissing,

    /// <summary>A personal value that is kept is not the one that the record holds the digest of.</summary>
    PersonalValueAltered,

    /// <summary>A seal does not fit the records of its day or the seal before it.</summary>
    SealBroken,
}

/// <summary>The first place where the records do not hold together: a record as <c>aggregate id #sequence</c>, a seal by its date.</summary>
public sealed record BrokenLink(LinkFault Fault, string Where);

/// <summary>
/// Works out every hash again: each record, each chain, each personal value that has not been erased, each daily seal. Erasing
/// personal values changes none of them.
/// </summary>
public sealed class VerifyChangeRecords(TrainingDbContext db)
{
    public sealed record Verdict(int Records, int Seals, BrokenLink? Broken);

    public async Task<Verdict> HandleAsync(CancellationToken ct)
    {
        var seals = await db.DailySeals.AsNoTracking().OrderBy(seal => seal.Date).ToListAsync(ct);
        var headsOfDays = seals.ConvertAll(_ => new Dictionary<Guid, string>());
        var (records, broken) = await WalkChainsAsync(seals, headsOfDays, ct);

        broken ??= await FirstAlteredValueAsync(ct) ?? FirstBrokenSeal(seals, headsOfDays);
        return new Verdict(records, seals.Count, broken);
    }

    private async Task<(int Records, BrokenLink? Broken)> WalkChainsAsync(
        List<DailySeal> seals, List<Dictionary<Guid, string>> headsOfDays, CancellationToken ct)
    {
        var records = 0;
        ChangeRecord? before = null;
        await foreach (var record in db.ChangeRecords.AsNoTracking().OrderBy(r => r.AggregateId).ThenBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(ct))
        {
            records++;
            if (record.Hash != record.ComputeHash())
                return (records, Broken(LinkFault.RecordAltered, record));

            var (sequence, hash) = before?.AggregateId == record.AggregateId ? (before.Sequence, before.Hash) : (0, "");
            if (record.Sequence != sequence + 1 || record.PreviousHash != hash)
                return (records, Broken(LinkFault.RecordMissing, record));

            if (seals.FindIndex(seal => record.RecordedAt < seal.UpTo) is >= 0 and var day)
                headsOfDays[day][record.AggregateId] = record.Hash;
            before = record;
        }

        return (records, null);
    }

    private async Task<BrokenLink?> FirstAlteredValueAsync(CancellationToken ct)
    {
        var kept = db.PersonalValues.AsNoTracking().Join(db.ChangeRecords, value => value.RecordId, record => record.Id, (value, record) => new { value, record });
        await foreach (var pair in kept.AsAsyncEnumerable().WithCancellation(ct))
        {
            var digests = new[] { pair.value.OldValue, pair.value.NewValue }.OfType<string>().Select(text => PersonalValue.DigestOf(pair.value.Salt, text));
            if (digests.Any(digest => !pair.record.Changes.Contains(digest, StringComparison.Ordinal)))
                return Broken(LinkFault.PersonalValueAltered, pair.record);
        }

        return null;
    }

    private static BrokenLink? FirstBrokenSeal(List<DailySeal> seals, List<Dictionary<Guid, string>> headsOfDays)
    {
        var previous = "";
        foreach (var (seal, heads) in seals.Zip(headsOfDays))
        {
            if (seal.PreviousHash != previous || seal.Heads != heads.Count || seal.Hash != DailySeal.HashOver(seal.Date, heads, previous))
                return new BrokenLink(LinkFault.SealBroken, seal.Date.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            previous = seal.Hash;
        }

        return null;
    }

    private static BrokenLink Broken(LinkFault fault, ChangeRecord record) => new(fault, $"{record.Aggregate} {record.AggregateId} #{record.Sequence}");
}
