using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.Approvals;

/// <summary>What an employer arranges for its approvals and its charges.</summary>
/// <param name="Approver">Who is written to when a request is made; nobody means that the approvers look at their page.</param>
/// <param name="Escalation">Who is written to when the approver has not answered in time.</param>
/// <param name="ApproversDecideOnThemselves">Whether an approver may say yes to their own request. It is recorded with each such yes.</param>
/// <param name="BillingEntity">To whom charges are addressed, when that is not the organisation itself.</param>
/// <param name="OrderNumber">The employer's reference that charges bear unless one has its own.</param>
public sealed record EmployerSettingsFacts(
    PersonId? Approver = null, PersonId? Escalation = null, bool ApproversDecideOnThemselves = false, string? BillingEntity = null, string? OrderNumber = null);

public sealed class EmployerSettings
{
    public const int BillingEntityMaxLength = 200;
    public const int OrderNumberMaxLength = 60;

    private EmployerSettings()
    {
    }

    public EmployerSettings(OrganisationId organisation) => OrganisationId = organisation;

    public OrganisationId OrganisationId { get; private set; }

    public PersonId? ApproverId { get; private set; }

    public PersonId? EscalationId { get; private set; }

    public bool ApproversDecideOnThemselves { get; private set; }

    public string? BillingEntity { get; private set; }

    public string? OrderNumber { get; private set; }

    public EmployerSettingsFacts Facts => new(ApproverId, EscalationId, ApproversDecideOnThemselves, BillingEntity, OrderNumber);

    public void Restate(EmployerSettingsFacts facts) =>
        (ApproverId, EscalationId, ApproversDecideOnThemselves, BillingEntity, OrderNumber) =
            (facts.Approver, facts.Escalation, facts.ApproversDecideOnThemselves, facts.BillingEntity, facts.OrderNumber);
}
