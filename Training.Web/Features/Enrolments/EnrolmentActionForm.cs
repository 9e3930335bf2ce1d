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

    /// <summary>The scheme chosen for a colleague whom several fit; a choice made for another colleague does not count.</summary>
    public Dictionary<Guid, string> Scheme { get; } = [];

    public string? SchemeOfColleague => Colleague is { } colleague ? Scheme.GetValueOrDefault(colleague) : null;

    public bool Accept { get; set; }
}
