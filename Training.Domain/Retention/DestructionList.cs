using Training.Domain.ChangeRecords;

namespace Training.Domain.Retention;

public readonly record struct DestructionListId(Guid Value) : IId<DestructionListId>
{
    public static DestructionListId From(Guid value) => new(value);
}

/// <summary>What is destroyed when its time is over, each kind by itself.</summary>
public enum DestructionClass
{
    /// <summary>Name, address and traits of somebody whose file nothing keeps any more. Figures keep the person's id, which says nothing.</summary>
    Identity,

    /// <summary>Old and new values of a person in the record of changes.</summary>
    ChangeRecord,

    /// <summary>Who looked at a person's file.</summary>
    FileReading,

    /// <summary>What somebody said of themselves who asked for access, and the answer.</summary>
    AccessRequest,
}

/// <summary>
/// What may be destroyed, drawn up by a job and destroyed once two people have said so. It names files by their ids; it stays, as the proof of
/// what was destroyed when, and to destroy it again after an older backup was put back.
/// </summary>
public sealed class DestructionList
{
    public const int NeededReleases = 2;

    private readonly List<DestructionItem> _items = [];
    private readonly List<DestructionRelease> _releases = [];

    private DestructionList()
    {
    }

    public DestructionList(IEnumerable<(DestructionClass Class, Guid File)> items, DateOnly asOf, DateTimeOffset now)
    {
        (Id, AsOf, DrawnUpAt) = (new DestructionListId(Guid.CreateVersion7()), asOf, now);
        _items.AddRange(items.Select(item => new DestructionItem(Id, item.Class, item.File)));
    }

    public DestructionListId Id { get; private set; }

    /// <summary>The day on which every period was judged.</summary>
    public DateOnly AsOf { get; private set; }

    public DateTimeOffset DrawnUpAt { get; private set; }

    public DateTimeOffset? DestroyedAt { get; private set; }

    public IReadOnlyList<DestructionItem> Items => _items;

    public IReadOnlyList<DestructionRelease> Releases => _releases;

    /// <summary>Each class with how many files it names, and the digest of their ids.</summary>
    public IReadOnlyList<(DestructionClass Class, int Count, string Digest)> Summary =>
        [.. _items.GroupBy(item => item.Class).OrderBy(group => group.Key)
            .Select(group => (group.Key, group.Count(), Digest.Of(group.Select(item => item.FileId.ToString()).Order(StringComparer.Ordinal))))];

    /// <summary>One of two people says yes; the same person twice counts once.</summary>
    public Outcome<Done> Release(string by, DateTimeOffset now)
    {
        if (DestroyedAt is not null)
            return new AlreadyDestroyed();
        if (_releases.Exists(release => release.ReleasedBy == by))
            return new SecondPersonNeeded();

        _releases.Add(new DestructionRelease(Id, by, now));
        return new Done();
    }

    public bool IsReleased => _releases.Count >= NeededReleases;

    public void Destroy(DateTimeOffset now) => DestroyedAt ??= now;
}

/// <summary>One class of one person's file, or one access request.</summary>
public sealed class DestructionItem(DestructionListId listId, DestructionClass @class, Guid fileId)
{
    public DestructionListId ListId { get; private set; } = listId;

    public DestructionClass Class { get; private set; } = @class;

    public Guid FileId { get; private set; } = fileId;
}

public sealed class DestructionRelease(DestructionListId listId, string releasedBy, DateTimeOffset releasedAt)
{
    public DestructionListId ListId { get; private set; } = listId;

    public string ReleasedBy { get; private set; } = releasedBy;

    public DateTimeOffset ReleasedAt { get; private set; } = releasedAt;
}
