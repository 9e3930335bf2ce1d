using Training.Domain.Attendance;
using Training.Domain.Time;

namespace Training.Web.Features.Absences;

/// <summary>Why a stretch was missed. Without hours it covers all of that day on which nobody has decided yet.</summary>
public sealed class JustificationForm
{
    public Guid Enrolment { get; set; }

    public DateOnly Date { get; set; }

    public TimeOnly? From { get; set; }

    public TimeOnly? To { get; set; }

    public JustificationCategory? Category { get; set; }

    public IFormFile? Document { get; set; }

    public bool HoursAreInOrder => (From is null && To is null) || (From is { } from && To is { } to && from < to);

    public TimeInterval? Hours => From is { } from && To is { } to && from < to ? new TimeInterval(from, to) : null;
}
