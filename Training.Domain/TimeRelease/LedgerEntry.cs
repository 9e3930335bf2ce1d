using Training.Domain.Enrolments;
using Training.Domain.Parameters;

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

    /// <summary>Granted and free to use: what it holds is what is left.</summary>
    Granted,

    Reserved,
    Consumed,
    Expired,

    /// <summary>What a change of the employment or of a figure took back from the grant, or added to it.</summary>
    Corrected,

    /// <summary>Moved to the next year.</summary>
    CarriedOver,

    /// <summary>Used outside this school: before the ledger began, or on training followed elsewhere. Never the school's delivery.</summary>
    Elsewhere,
}

public enum LedgerEntryKind
{
    Grant,
    CarryIn,
    CarryOut,

    /// <summary>Minutes beyond what the scheme gives, with the reason for it.</summary>
    Exception,

    /// <summary>What was used before the ledger began, with proof and approver.</summary>
    Opening,

    /// <summary>Training followed elsewhere, with proof and approver.</summary>
    Elsewhere,

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

    /// <summary>The year is over: what may move to the next one moves, the rest expires.</summary>
    YearClosed,

    /// <summary>The last day for using what was carried over has passed.</summary>
    CarryOverEnded,

    /// <summary>A file of opening balances or of training followed elsewhere.</summary>
    Import,

    /// <summary>Somebody decided it, for the reason given.</summary>
    Decision,
}

/// <summary>A proof on paper or in a file, by its reference, and who accepted it.</summary>
public sealed record LedgerProof(string Reference, string ApprovedBy);

/// <summary>What made an entry: the enrolment or register concerned and, where figures were used, the parameter rows.</summary>
/// <param name="Note">The reason, where one is asked for.</param>
/// <param name="Rows">The parameter rows from which the minutes were worked out.</param>
public sealed record LedgerCauseOf(
    LedgerCause Cause, Guid CauseId, EnrolmentId? Enrolment, string By, DateTimeOffset At, string? Note = null,
    IReadOnlyList<Parameter>? Rows = null, LedgerProof? Proof = null);

/// <summary>Minutes moved from one account to another. Written once; the database refuses to change or delete it.</summary>
public sealed class LedgerEntry
{
    public const int NoteMaxLength = 500;
    public const int ProofMaxLength = 200;

    /// <summary>The note of an exception that a corrected attendance forces: the minutes it gave back had been used meanwhile.</summary>
    public const string AttendanceCorrected = "attendance-corrected";

    /// <summary>The note of an exception for hours that were used before the employer adopted a cap.</summary>
    public const string UsedBeforeTheCap = "used-before-the-cap";

    /// <summary>The note of an exception for a session whose planning grew after the hours were set aside.</summary>
    public const string SessionGrew = "session-grew";

    /// <summary>Raised when the rules that work out minutes change, so that an old line is not judged by a new rule.</summary>
    public const int CurrentRules = 2;

    private LedgerEntry() => (RecordedBy, ParameterIds) = ("", []);

    internal LedgerEntry(TimeReleaseAccountId account, LedgerEntryKind kind, LedgerAccount from, LedgerAccount to, int minutes, LedgerCauseOf cause)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(minutes);

        (Id, AccountId, Kind, Rules) = (new LedgerEntryId(Guid.CreateVersion7()), account, kind, CurrentRules);
        (From, To, Minutes) = (from, to, minutes);
        (Cause, CauseId, EnrolmentId) = (cause.Cause, cause.CauseId, cause.Enrolment);
        (RecordedBy, RecordedAt, Note) = (cause.By, cause.At, cause.Note);
        (Proof, ApprovedBy) = (cause.Proof?.Reference, cause.Proof?.ApprovedBy);
        ParameterIds = [.. (cause.Rows ?? []).Select(row => row.Id)];
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

    /// <summary>The reason for an exception or a correction: in somebody's words, or one of the codes above.</summary>
    public string? Note { get; private set; }

    /// <summary>The version of the rules that worked out the minutes.</summary>
    public int Rules { get; private set; }

    /// <summary>The parameter rows that the minutes were worked out from.</summary>
    public IReadOnlyList<ParameterId> ParameterIds { get; private set; }

    /// <summary>Asked for opening balances and training followed elsewhere.</summary>
    public string? Proof { get; private set; }

    public string? ApprovedBy { get; private set; }

    /// <summary>What it adds to an account, or takes from it.</summary>
    public int On(LedgerAccount account) => (To == account ? Minutes : 0) - (From == account ? Minutes : 0);
}
