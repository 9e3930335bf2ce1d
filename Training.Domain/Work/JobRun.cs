namespace Training.Domain.Work;

public readonly record struct JobRunId(Guid Value) : IId<JobRunId>
{
    public static JobRunId From(Guid value) => new(value);
}

public enum JobRunStatus
{
    Running,
    Succeeded,

    /// <summary>It went to its end, and some records failed.</summary>
    PartlyFailed,
    Failed,

    /// <summary>Its process is gone: another takes up the same fire.</summary>
    Lost,
}

/// <summary>
/// One run of a job of the timetable. The database lets each fire run once, and one run of a job at a time, however many processes there are.
/// </summary>
public sealed class JobRun
{
    public const int JobMaxLength = 60;
    public const int NotesMaxLength = 4000;

    private JobRun() => (Job, StartedBy) = ("", "");

    /// <param name="due">The fire of the timetable that it answers, or nothing when somebody asked for it.</param>
    public JobRun(string job, DateTimeOffset? due, bool isDryRun, string startedBy, DateTimeOffset now)
    {
        (Id, Job, Due, IsDryRun, StartedBy) = (new JobRunId(Guid.CreateVersion7()), job, due, isDryRun, startedBy);
        (StartedAt, SeenAt) = (now, now);
    }

    public JobRunId Id { get; private set; }

    public string Job { get; private set; }

    public DateTimeOffset? Due { get; private set; }

    /// <summary>Everything it did was taken back.</summary>
    public bool IsDryRun { get; private set; }

    public string StartedBy { get; private set; }

    public JobRunStatus Status { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When its process last gave a sign of life.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How many records it changed.</summary>
    public int Done { get; private set; }

    /// <summary>How many records failed.</summary>
    public int Failed { get; private set; }

    /// <summary>One line each for what it found and what failed: ids and kinds of fault, no personal data.</summary>
    public string? Notes { get; private set; }

    public TimeSpan? Duration => EndedAt - StartedAt;

    public void End(int done, IReadOnlyList<string> findings, IReadOnlyList<string> failures, DateTimeOffset now)
    {
        (Done, Failed, EndedAt) = (done, failures.Count, now);
        Status = failures.Count > 0 ? JobRunStatus.PartlyFailed : JobRunStatus.Succeeded;
        Notes = Cut([.. failures, .. findings]);
    }

    public void Fail(string error, DateTimeOffset now) => (Status, Notes, EndedAt) = (JobRunStatus.Failed, Cut([error]), now);

    public void Lose(DateTimeOffset now) => (Status, EndedAt) = (JobRunStatus.Lost, now);

    private static string? Cut(IReadOnlyList<string> lines)
    {
        var text = string.Join('\n', lines);
        return text.Length == 0 ? null : text.Length > NotesMaxLength ? text[..NotesMaxLength] : text;
    }
}

/// <summary>That a job does not run by the timetable until somebody lets it.</summary>
public sealed class JobPause(string job, string pausedBy, DateTimeOffset pausedAt)
{
    /// <summary>In the place of a name: every job, background work and mail, as after a restore.</summary>
    public const string Everything = "*";

    public string Job { get; private set; } = job;

    public string PausedBy { get; private set; } = pausedBy;

    public DateTimeOffset PausedAt { get; private set; } = pausedAt;
}
