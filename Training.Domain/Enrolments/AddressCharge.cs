using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Enrolments;

/// <summary>Says to whom the charges of an enrolment are addressed and under which order number.</summary>
public sealed class AddressCharge(TrainingDbContext db)
{
    public sealed record Request(EnrolmentId Enrolment, string? BillingEntity, string? OrderNumber, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var enrolment = await db.Enrolments.OfEmployer(request.Reader).AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var billing = await db.ChargeBillings.SingleOrDefaultAsync(b => b.EnrolmentId == enrolment.Id, ct);
        if (billing is null)
            db.Add(billing = new ChargeBilling(enrolment.Id));

        billing.Restate(request.BillingEntity, request.OrderNumber);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
