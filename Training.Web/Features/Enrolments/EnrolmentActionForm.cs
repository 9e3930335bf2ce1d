using Training.Domain.Enrolments;

namespace Training.Web.Features.Enrolments;

/// <summary>What is done about one enrolment.</summary>
public sealed class EnrolmentActionForm
{
    public const int ReasonMaxLength = EnrolmentTransition.ReasonMaxLength;

    public string? Reason { get; set; }

    /// <summary>When a letter or mail of withdrawal arrived; only the secretariat says so.</summary>
    public DateOnly? ReceivedOn { get; set; }

    public Guid? Colleague { get; set; }

    /// <summary>Takes over without the scheme's hours.</summary>
    public bool WithoutTimeRelease { get; set; }

    public bool Accept { get; set; }
}
