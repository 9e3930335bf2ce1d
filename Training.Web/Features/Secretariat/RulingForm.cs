using System.ComponentModel.DataAnnotations;
using Training.Domain.Attendance;
using Training.Domain.Time;

namespace Training.Web.Features.Secretariat;

/// <summary>The decision on a stretch that somebody missed.</summary>
public sealed class RulingForm
{
    public Guid Enrolment { get; set; }

    public DateOnly Date { get; set; }

    /// <summary>Without both, the decision covers all of that day on which nobody has decided yet.</summary>
    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public AbsenceKind Kind { get; set; }

    public JustificationCategory? Category { get; set; }

    [StringLength(AbsenceRuling.NoteMaxLength)]
    public string? Note { get; set; }

    public bool HoursAreInOrder => (From is null && To is null) || (From is { } from && To is { } to && from < to);

    public TimeInterval? Hours => From is { } from && To is { } to ? new TimeInterval(from, to) : null;
}
