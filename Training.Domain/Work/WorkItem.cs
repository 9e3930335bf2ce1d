namespace Training.Domain.Work;

public readonly record struct WorkItemId(Guid Value) : IId<WorkItemId>
{
    public static WorkItemId From(Guid value) => new(value);
}

public enum WorkStatus
{
    Queued,
    Running,
    Succeeded,
    Failed,
}

/// <summary>Long work done in the background, with an owner, a progress and a result that a page shows.</summary>
public sealed class WorkItem
{
    public const int KindMaxLength = 60;
    public const int TextMaxLength = 4000;

    /// <summary>Whoever was at it so many times is gone each time: it is not begun again.</summary>
    public const int MostStarts = 5;

    private WorkItem() => (Kind, Request, OwnerName) = ("", "", "");

    /// <param name="request">JSON that the work of this kind understands.</param>
    public WorkItem(string kind, string request, string ownerName, DateTimeOffset now)
    {
        (Id, Kind, Request, OwnerName, QueuedAt) = (new WorkItemId(Guid.CreateVersion7()), kind, request, ownerName, now);
    }

    public WorkItemId Id { get; private set; }

    public string Kind { get; private set; }

    public string Request { get; private set; }

    public string OwnerName { get; private set; }

    public WorkStatus Status { get; private set; }

    public int Done { get; private set; }

    public int Total { get; private set; }

    public string? Result { get; private set; }

    public DateTimeOffset QueuedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    /// <summary>When whoever runs it last gave a sign of life.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Two runners that take the same item at once: the second finds its version changed.</summary>
    public int Version { get; private set; }

    /// <summary>Until it ends, its version counts how often it was begun.</summary>
    public bool IsGivenUp => Status == WorkStatus.Running && Version >= MostStarts;

    /// <summary>For the first time, or again when whoever ran it is gone.</summary>
    public void Start(DateTimeOffset now) => (Status, StartedAt, SeenAt, Done, Total, Version) = (WorkStatus.Running, now, now, 0, 0, Version + 1);

    public void Report(int done, int total) => (Done, Total) = (done, total);

    public void Succeed(string? result, DateTimeOffset now) =>
        (Status, Result, EndedAt, Version) = (WorkStatus.Succeeded, result, now, Version + 1);

    public void Fail(string error, DateTimeOffset now) =>
        (Status, Result, EndedAt, Version) = (WorkStatus.Failed, error.Length > TextMaxLength ? error[..TextMaxLength] : error, now, Version + 1);
}
