using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Web.Access;

namespace Training.Web.Samples;

/// <summary>
/// What an employer of the sample school sees beside its courses: the year's credits written down, a GECO post that has stood empty for four
/// months, and a course that a colleague followed elsewhere.
/// </summary>
internal static class TimeReleaseHistory
{
    private const string Employer = "ASBL-01";

    public static async Task WriteAsync(IServiceProvider services, DateOnly asOf, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDbContext>();
        var personas = DemoPersonas.All.Select(persona => persona.Email).OfType<string>().ToList();
        var quiet = await (
            from employment in db.Employments
            join person in db.People on employment.PersonId equals person.Id
            where db.Organisations.Any(o => o.Id == employment.OrganisationId && o.Code == Employer)
            where employment.FundingStatus == FundingStatus.GecoAssociation && employment.StaffCategory == StaffCategory.Private && employment.PostReference != null
            where !db.Enrolments.Any(e => e.PersonId == employment.PersonId) && employment.Start < asOf.AddYears(-1)
            where !personas.Contains(person.Email!)
            orderby person.Email
            select employment).Take(2).ToListAsync(ct);
        if (quiet is [var leaves, var learns])
        {
            db.Add(leaves.ChangeTo(leaves.Terms with { FundingStatus = FundingStatus.NotGeco, PostReference = null, Start = asOf.AddMonths(-4).AddDays(-12) }));
            await db.SaveChangesAsync(ct);
            await LearnElsewhereAsync(scope.ServiceProvider, db, learns, asOf, ct);
        }

        await scope.ServiceProvider.GetRequiredService<OpenAccounts>().HandleAsync(new(Day: asOf), ct);
    }

    private static async Task LearnElsewhereAsync(IServiceProvider services, TrainingDbContext db, Employment employment, DateOnly asOf, CancellationToken ct)
    {
        var clock = services.GetRequiredService<OfficeClock>();
        var account = await services.GetRequiredService<TimeReleaseAccounts>().OpenAsync(employment.PersonId, employment.OrganisationId, Schemes.GecoLocal, asOf, ct);
        account.UseElsewhere(LedgerEntryKind.Elsewhere, 360, new LedgerCauseOf(
            LedgerCause.Import, account.Id.Value, null, "Direction " + Employer, clock.Now, "Premiers secours / Eerste hulp", Proof: new("Brevet 2026-118", "Direction " + Employer)));
        await db.SaveChangesAsync(ct);
    }
}
