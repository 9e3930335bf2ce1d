using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>The employer gives one person more hours than the scheme does, and says why: the only way past a cap.</summary>
public sealed class GrantExtraHours(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts)
{
    /// <param name="Day">A day of the year for which the hours are given.</param>
    public sealed record Request(PersonId Person, OrganisationId Organisation, string Scheme, DateOnly Day, int Minutes, string? Reason, Reader Reader);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!request.Reader.SeesEverything && !request.Reader.Organisations.Contains(request.Organisation))
            throw new NotFoundException(nameof(Organisation));
        if (string.IsNullOrWhiteSpace(request.Reason))
            return new ReasonMissing();

        var account = await accounts.OpenAsync(request.Person, request.Organisation, request.Scheme, request.Day, ct);
        if (account.IsClosed)
            return new YearIsClosed(account.Year);
        if (!account.IsCapped)
            return new NothingToExceed();

        account.Exceed(request.Minutes, new LedgerCauseOf(LedgerCause.Decision, account.Id.Value, null, current.Actor.Name, clock.Now, request.Reason.Trim()));
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
