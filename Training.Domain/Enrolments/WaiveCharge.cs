using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>The school asks nothing after all: a further line takes back what the lines before come to, with the reason.</summary>
public sealed class WaiveCharge(TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats)
{
    public sealed record Request(EnrolmentId Enrolment, string? Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var enrolment = await db.Enrolments.AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(enrolment.SessionId, ct);
        var owed = (await db.ChargeLines.AsNoTracking().Where(c => c.EnrolmentId == enrolment.Id).Select(c => c.AmountEur).ToListAsync(ct)).Sum();
        if (owed <= 0)
            return new NothingToWaive();

        db.Add(new ChargeLine(enrolment.Id, enrolment.OrganisationId, ChargeKind.Waiver, -owed, current.Actor.Name, clock.Now, request.Reason.Trim()));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new Done();
    }
}
