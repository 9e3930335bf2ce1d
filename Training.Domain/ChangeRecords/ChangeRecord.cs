namespace Training.Domain.ChangeRecords;

public readonly record struct ChangeRecordId(Guid Value) : IId<ChangeRecordId>
{
    public static ChangeRecordId From(Guid value) => new(value);
}

/// <summary>
/// Who changed what, when, through what. Written once and never altered. Records of one aggregate chain by hash; a daily seal
/// chains the heads, so that writers of different aggregates do not wait for each other.
/// </summary>
public sealed class ChangeRecord
{
    public const int AggregateMaxLength = 60;
    public const int ByMaxLength = 120;

    private ChangeRecord() => (Aggregate, Changes, By, Via, PreviousHash, Hash) = ("", "", "", "", "", "");

    internal ChangeRecord(string aggregate, Guid aggregateId, int sequence, string changes, Actor actor, DateTimeOffset at, string previousHash)
    {
        (Id, Aggregate, AggregateId, Sequence) = (new ChangeRecordId(Guid.CreateVersion7()), aggregate, aggregateId, sequence);
        (Changes, By, Via, RecordedAt, PreviousHash) = (changes, actor.Name, actor.Via, at, previousHash);
        Hash = ComputeHash();
    }

    public ChangeRecordId Id { get; private set; }

    public string Aggregate { get; private set; }

    public Guid AggregateId { get; private set; }

    /// <summary>Counts from 1 within the aggregate.</summary>
    public int Sequence { get; private set; }

    /// <summary>JSON: entity, change, and each field's old and new value. A personal value is a salted digest here.</summary>
    public string Changes { get; private set; }

    public string By { get; private set; }

    /// <summary>Page, import, job or command line.</summary>
    public string Via { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string PreviousHash { get; private set; }

    public string Hash { get; private set; }

    /// <summary>SHA-256 over every other field, in hexadecimal. Moments count in whole milliseconds, as every database keeps them.</summary>
    public string ComputeHash() => Digest.Of(
        Aggregate, AggregateId.ToString(), Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), Changes, By, Via,
        RecordedAt.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), PreviousHash);
}
