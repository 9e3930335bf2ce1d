using Training.Domain.Enrolments;

namespace Training.Domain.TimeRelease;

public readonly record struct LedgerEntryId(Guid Value) : IId<LedgerEntryId>
{
    public static LedgerEntryId From(Guid value) => new(value);
}

/// <summary>Between which minutes move. Every entry takes from one and gives to another, so the whole always sums to nothing.</summary>
public enum LedgerAccount
{
    /// <summary>Where granted minutes come from: the scheme.</summary>
    Scheme,
    Granted,
    Reserved,
    Consumed,
    Expired,
}

public enum LedgerEntryKind
{
    Grant,
    Reserve,
    Release,
    Consume,
    Expire,
    Correct,
}

public enum LedgerCause
{
    YearOpened,
    Enrolment,
    HalfDay,
    Correction,
}

/// <summary>What made an entry: the enrolment or register concerned and, where figures were used, the parameter rows.</summary>
public sealed record LedgerCauseOf(LedgerCause Cause, Guid CauseId, EnrolmentId? Enrolment, string By, DateTimeOffset At, string? Note = null);

/// <summary>Minutes moved from one account to another. Written once; the database refuses to change or delete it.</summary>
public sealed class LedgerEntry
{
    public const int NoteMaxLength = 500;

    private LedgerEntry() => RecordedBy = "";

    internal LedgerEntry(TimeReleaseAccountId account, LedgerEntryKind kind, LedgerAccount from, LedgerAccount to, int minutes, LedgerCauseOf cause)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);

        (Id, AccountId, Kind) = (new LedgerEntryId(Guid.CreateVersion7()), account, kind);
        (From, To, Minutes) = (from, to, minutes);
        (Cause, CauseId, EnrolmentId) = (cause.Cause, cause.CauseId, cause.Enrolment);
        (RecordedBy, RecordedAt, Note) = (cause.By, cause.At, cause.Note);
    }

    public LedgerEntryId Id { get; private set; }

    public TimeReleaseAccountId AccountId { get; private set; }

    public LedgerEntryKind Kind { get; private set; }

    public LedgerAccount From { get; private set; }

    public LedgerAccount To { get; private set; }

    /// <summary>Above zero; the direction is in the accounts.</summary>
    public int Minutes { get; private set; }

    public LedgerCause Cause { get; private set; }

    public Guid CauseId { get; private set; }

    public EnrolmentId? EnrolmentId { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>Which parameter rows and dates the figure comes from, or the reason for a correction.</summary>
    public string? Note { get; private set; }
}
