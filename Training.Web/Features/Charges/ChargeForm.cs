using Training.Domain.Enrolments;
using Training.Domain.People;

namespace Training.Web.Features.Charges;

/// <summary>To whom a charge is addressed, or why it is waived.</summary>
public sealed class ChargeForm
{
    public string? BillingEntity { get; set; }

    public string? OrderNumber { get; set; }

    public string? Reason { get; set; }

    /// <summary>The text that says what is wrong, or nothing.</summary>
    public string? Complaint() => this switch
    {
        _ when NationalNumberDetector.IsIn($"{BillingEntity}") || NationalNumberDetector.IsIn(OrderNumber) || NationalNumberDetector.IsIn(Reason) => "NationalNumberFound",
        { BillingEntity.Length: > Domain.Approvals.EmployerSettings.BillingEntityMaxLength } or { OrderNumber.Length: > Domain.Approvals.EmployerSettings.OrderNumberMaxLength }
            or { Reason.Length: > ChargeLine.ReasonMaxLength } => "Charges_TooLong",
        _ => null,
    };

    public static string? Worded(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
