using Training.Domain.Approvals;
using Training.Domain.People;

namespace Training.Web.Features.EmployerSettings;

/// <summary>What an employer arranges for its approvals and charges.</summary>
public sealed class EmployerSettingsForm
{
    public Guid? Organisation { get; set; }

    public Guid? Approver { get; set; }

    public Guid? Escalation { get; set; }

    public bool DecideOnThemselves { get; set; }

    public string? BillingEntity { get; set; }

    public string? OrderNumber { get; set; }

    /// <summary>The text that says what is wrong, or nothing.</summary>
    public string? Complaint() => this switch
    {
        _ when NationalNumberDetector.IsIn(BillingEntity) || NationalNumberDetector.IsIn(OrderNumber) => "NationalNumberFound",
        { BillingEntity.Length: > Domain.Approvals.EmployerSettings.BillingEntityMaxLength } or { OrderNumber.Length: > Domain.Approvals.EmployerSettings.OrderNumberMaxLength } => "Charges_TooLong",
        _ => null,
    };

    /// <param name="ownDecisions">Whether approvers may decide on themselves: the form says it only for who may change it.</param>
    public EmployerSettingsFacts ToFacts(bool ownDecisions) => new(
        Approver is { } approver ? new PersonId(approver) : null, Escalation is { } escalation ? new PersonId(escalation) : null, ownDecisions,
        Worded(BillingEntity), Worded(OrderNumber));

    private static string? Worded(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
