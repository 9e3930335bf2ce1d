using Training.Domain.Enrolments;

namespace Training.Web.Features.Enrolments;

/// <summary>Which enrolments the list is limited to.</summary>
public sealed class EnrolmentFilter
{
    public EnrolmentStatus? Status { get; set; }

    /// <summary>A session's code.</summary>
    public string? Session { get; set; }

    public int Page { get; set; } = 1;
}
