using System.ComponentModel.DataAnnotations;
using Training.Domain.Attendance;

namespace Training.Web.Features.Registers;

/// <summary>What a sealed register should have said of one person, and why.</summary>
public sealed class CorrectionForm
{
    public Guid Enrolment { get; set; }

    public string? Choice { get; set; }

    public TimeOnly? Arrived { get; set; }

    public TimeOnly? Left { get; set; }

    [StringLength(AttendanceMark.ReasonMaxLength)]
    public string? Reason { get; set; }
}
