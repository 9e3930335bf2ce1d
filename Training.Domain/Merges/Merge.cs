using System.Text.Json;

namespace Training.Domain.Merges;

public readonly record struct MergeId(Guid Value) : IId<MergeId>
{
    public static MergeId New() => new(Guid.CreateVersion7());

    public static MergeId From(Guid value) => new(value);
}

public enum MergedKind
{
    Person,
    Organisation,
}

/// <summary>A row that went over: its entity, its key, and the property that pointed to what was merged.</summary>
public sealed record MovedRow(string Entity, Guid Key, string Property);

/// <summary>
/// Two that turned out to be one. What belonged to the first went over to the second; which rows did is kept, so that it can be undone.
/// Both stay known: nothing is lost.
/// </summary>
public sealed class Merge
{
    private Merge() => (Moved, MergedBy) = ("[]", "");

    public Merge(MergedKind kind, Guid from, Guid into, IReadOnlyList<MovedRow> moved, string by, DateTimeOffset now) : this()
    {
        (Id, Kind, FromId, IntoId) = (MergeId.New(), kind, from, into);
        (Moved, MergedBy, MergedAt) = (JsonSerializer.Serialize(moved), by, now);
    }

    public MergeId Id { get; private set; }

    public MergedKind Kind { get; private set; }

    public Guid FromId { get; private set; }

    public Guid IntoId { get; private set; }

    /// <summary>JSON: the rows that went over.</summary>
    public string Moved { get; private set; }

    public string MergedBy { get; private set; }

    public DateTimeOffset MergedAt { get; private set; }

    public string? UndoneBy { get; private set; }

    public DateTimeOffset? UndoneAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<MovedRow> ReadMoved() => JsonSerializer.Deserialize<List<MovedRow>>(Moved)!;

    public Outcome<Done> Undo(string by, DateTimeOffset now)
    {
        if (UndoneAt is not null)
            return new MergeUndone();

        (UndoneBy, UndoneAt, Version) = (by, now, Version + 1);
        return new Done();
    }
}

/// <summary>The secretariat looked at two that resemble each other and found that they are two.</summary>
public sealed class DistinctPair
{
    private DistinctPair() => SaidBy = "";

    public DistinctPair(Guid one, Guid other, string by, DateTimeOffset now) : this() =>
        (FirstId, SecondId, SaidBy, RecordedAt) = (one < other ? one : other, one < other ? other : one, by, now);

    public Guid FirstId { get; private set; }

    public Guid SecondId { get; private set; }

    public string SaidBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public bool IsOf(Guid one, Guid other) => (FirstId == one && SecondId == other) || (FirstId == other && SecondId == one);
}
