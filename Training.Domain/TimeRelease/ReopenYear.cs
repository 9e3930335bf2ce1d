using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>Opens a closed year again, for a reason. What expired stays so until a correction needs it; closing again settles the rest.</summary>
public sealed class ReopenYear(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(OrganisationId Organisation, string Scheme, int Year, string? Reason);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        var closed = await db.TimeReleaseAccounts
            .Where(a => a.OrganisationId == request.Organisation && a.Scheme == request.Scheme && a.Year == request.Year && a.IsClosed).ToListAsync(ct);
        if (closed.Count == 0)
            return new YearIsOpen(request.Year);

        foreach (var account in closed)
            account.Reopen();
        db.Add(new YearMark(request.Organisation, request.Scheme, request.Year, YearStep.Reopened, current.Actor.Name, clock.Now, request.Reason.Trim()));
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
