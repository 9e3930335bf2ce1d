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

    /// <summary>Why not, from the list.</summary>
    public StepCause? Cause { get; set; }

    /// <summary>In the approver's own words; needed when the list does not say it.</summary>
    [StringLength(EnrolmentTransition.ReasonMaxLength)]
    public string? Reason { get; set; }

    public bool Approves => Decision == Approve;

    public string? Words => string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();

    /// <summary>The text that says what is missing, or nothing.</summary>
    public string? Lacks => this switch
    {
        { Enrolment.Count: 0 } => "Approvals_TickSomebody",
        _ => LacksInAnswer,
    };

    /// <summary>The same for an answer to a request that is known already.</summary>
    public string? LacksInAnswer => this switch
    {
        { Decision: not (Approve or Refuse) } => "Approvals_ChooseAnAnswer",
        { Reason.Length: > EnrolmentTransition.ReasonMaxLength } => "Approvals_ReasonTooLong",
        { Approves: true } => null,
        { Cause: null } => "Approvals_GiveAReason",
        { Cause: { } cause } when !StepCauses.OfRefusal.Contains(cause) => "Approvals_GiveAReason",
        { Cause: StepCause.OtherReason, Words: null } => "Approvals_ExplainOther",
        _ => null,
    };
}
