using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Tells the training officers of every employer with GECO posts, from a working day of the month on (<c>geco.statementWorkingDay</c>), that the
/// statement of the month before can be checked. Each is told once a month.
/// </summary>
public sealed class AnnounceStatements(TrainingDbContext db, OfficeClock clock, RecordByRecord each)
{
    private const string Statement = "R1a";

    /// <returns>How many officers were told.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var firstOfMonth = new DateOnly(today.Year, today.Month, 1);
        var workingDay = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.GecoStatementWorkingDay, today);
        if (today < (await db.WorkingDaysAsync(ct)).After(firstOfMonth.AddDays(-1), workingDay))
            return 0;

        var (first, last) = (firstOfMonth.AddMonths(-1), firstOfMonth.AddDays(-1));
        var employers = await db.Organisations.AsNoTracking()
            .Where(o => db.Employments.Any(e => e.OrganisationId == o.Id && e.PostReference != null && e.FundingStatus != FundingStatus.NotGeco
                    && e.Start <= last && (e.End == null || e.End >= first))
                || db.GecoPosts.Any(p => p.OrganisationId == o.Id && p.OpenedOn <= last && (p.ClosedOn == null || p.ClosedOn > first)))
            .OrderBy(o => o.Code).ToListAsync(ct);
        var officers = await db.OfficersAsync(today, ct);
        return await each.SumAsync(employers, employer => $"organisation {employer.Id.Value}", async employer =>
        {
            var facts = new EnrolmentFacts(Statement, employer.Name.Fr, employer.Name.Nl, first, last);
            return await db.TellOnceAsync(
                officers[employer.Id], facts, MessageKind.GecoStatementReady, string.Create(CultureInfo.InvariantCulture, $"geco {employer.Id.Value:N} {first:yyyy-MM}"), clock.Now, ct);
        });
    }
}
