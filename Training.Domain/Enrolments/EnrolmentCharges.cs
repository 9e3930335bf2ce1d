using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>Charge lines of late withdrawals. They are added to the context; the caller saves them with the step that made them due.</summary>
public sealed class EnrolmentCharges(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    /// <summary>The price of the course becomes due.</summary>
    /// <returns>The amount in euros; nothing is due for a course without a price.</returns>
    public async Task<decimal> ChargeLateAsync(Enrolment enrolment, Session session, CancellationToken ct)
    {
        var price = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.PriceEur).SingleAsync(ct);
        if (price > 0)
            db.Add(new ChargeLine(enrolment.Id, enrolment.OrganisationId, ChargeKind.LateWithdrawal, price, current.Actor.Name, clock.Now));
        return price;
    }

    /// <summary>What a late withdrawal still owes falls away: a colleague took over, the person came back, or the school called the session off.</summary>
    public async Task FallAwayAsync(Enrolment enrolment, CancellationToken ct)
    {
        var owed = (await db.ChargeLines.AsNoTracking()
            .Where(line => line.EnrolmentId == enrolment.Id && line.Kind != ChargeKind.BelowMinimumAttendance).Select(line => line.AmountEur).ToListAsync(ct)).Sum();
        if (owed > 0)
            db.Add(new ChargeLine(enrolment.Id, enrolment.OrganisationId, ChargeKind.LateWithdrawal, -owed, current.Actor.Name, clock.Now));
    }
}
