using Training.Domain.Enrolments;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

public readonly record struct AbsenceRulingId(Guid Value) : IId<AbsenceRulingId>
{
    public static AbsenceRulingId From(Guid value) => new(value);
}

public enum AbsenceKind
{
    /// <summary>Nobody has decided yet: the minutes stay reserved.</summary>
    Pending,
    Justified,
    Unjustified,
}

/// <summary>Why an absence is justified: the kind of fact, never a diagnosis.</summary>
public enum JustificationCategory
{
    Sickness,
    ShortLeave,
    ForceMajeure,
    EmployerNecessity,
    TrainerAbsent,
    Other,
}

/// <summary>
/// The secretariat's decision on a stretch that a person missed. Of several that cover the same minute the last recorded holds;
/// none is ever changed. The supporting document is seen and not kept.
/// </summary>
public sealed class AbsenceRuling
{
    public const int NoteMaxLength = 500;

    private AbsenceRuling() => RecordedBy = "";

    public AbsenceRuling(
        EnrolmentId enrolment, DateOnly date, TimeInterval hours, AbsenceKind kind, JustificationCategory? category, string by, DateTimeOffset now, string? note = null)
    {
        if (kind == AbsenceKind.Justified && category is null)
            throw new ArgumentNullException(nameof(category), "A justified absence has a category.");

        (Id, EnrolmentId, Date, From, To) = (new AbsenceRulingId(Guid.CreateVersion7()), enrolment, date, hours.Start, hours.End);
        (Kind, Category, RecordedBy, RecordedAt, Note) = (kind, category, by, now, note);
    }

    public AbsenceRulingId Id { get; private set; }

    public EnrolmentId EnrolmentId { get; private set; }

    public DateOnly Date { get; private set; }

    public TimeOnly From { get; private set; }

    public TimeOnly To { get; private set; }

    public AbsenceKind Kind { get; private set; }

    public JustificationCategory? Category { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public string? Note { get; private set; }

    public TimeInterval Hours => new(From, To);
}
