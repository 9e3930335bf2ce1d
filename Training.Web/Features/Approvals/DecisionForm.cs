using System.ComponentModel.DataAnnotations;
using Training.Domain.Enrolments;

namespace Training.Web.Features.Approvals;

/// <summary>The requests that were ticked, and the answer to them.</summary>
public sealed class DecisionForm
{
    public const string Approve = "approve";
    public const string Refuse = "refuse";

    /// <summary>Limits the page to one session's requests.</summary>
    public string? Session { get; set; }

    public IList<Guid> Enrolment { get; } = [];

    public string? Decision { get; set; }

    [StringLength(EnrolmentTransition.ReasonMaxLength)]
    public string? Reason { get; set; }

    public bool Approves => Decision == Approve;

    /// <summary>The text that says what is missing, or nothing.</summary>
    public string? Lacks => this switch
    {
        { Enrolment.Count: 0 } => "Approvals_TickSomebody",
        { Decision: not (Approve or Refuse) } => "Approvals_ChooseAnAnswer",
        { Approves: false } when string.IsNullOrWhiteSpace(Reason) => "Approvals_GiveAReason",
        { Reason.Length: > EnrolmentTransition.ReasonMaxLength } => "Approvals_ReasonTooLong",
        _ => null,
    };
}
