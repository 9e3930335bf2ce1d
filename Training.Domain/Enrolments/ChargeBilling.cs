using Training.Domain.Approvals;

namespace Training.Domain.Enrolments;

/// <summary>To whom the charges of one enrolment are addressed and under which reference, where that differs from the employer's settings.</summary>
public sealed class ChargeBilling
{
    private ChargeBilling()
    {
    }

    public ChargeBilling(EnrolmentId enrolment) => EnrolmentId = enrolment;

    public EnrolmentId EnrolmentId { get; private set; }

    /// <summary>At most <see cref="EmployerSettings.BillingEntityMaxLength"/> characters.</summary>
    public string? BillingEntity { get; private set; }

    /// <summary>At most <see cref="EmployerSettings.OrderNumberMaxLength"/> characters.</summary>
    public string? OrderNumber { get; private set; }

    public void Restate(string? billingEntity, string? orderNumber) => (BillingEntity, OrderNumber) = (billingEntity, orderNumber);
}
