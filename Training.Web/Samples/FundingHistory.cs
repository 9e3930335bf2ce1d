using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Samples;

/// <summary>
/// Gives the sample school its grants: what safe.brussels, COCOF, VGC, COCOM, the Region and Actiris pay, with the hours of the past
/// allocated, one claim sent, and a second source of wage for a manager to decide on.
/// </summary>
public sealed class FundingHistory(IServiceProvider services, HistoricTime time, HistoricActor actor)
{
    private sealed record Sample(
        string Code, string Programme, string Fr, string Nl, string Reference, string? Axis, CostBasis Basis, int Hours, decimal AmountEur, int Priority, GrantReach Reach);

    private static readonly Sample[] Grants =
    [
        new("SAFE", "PGSP", "Formations de prévention", "Opleidingen preventie", "SB-PREV", "2.3", CostBasis.Delivery, 6000, 180_000, 1, new(true, null, null)),
        new("COCOF-COH", "COHESION", "Formation des opérateurs de cohésion sociale", "Opleiding van operatoren sociale cohesie", "COCOF-AGR", "Axe 4 : vivre et faire ensemble", CostBasis.Delivery, 3000, 60_000, 2, new(true, null, null)),
        new("VGC-NL", "VGC-VORM", "Néerlandais professionnel", "Professioneel Nederlands", "VGC-VORM", null, CostBasis.Delivery, 1500, 30_000, 3, new(true, null, null)),
        new("COCOM-SOC", "COCOM-FAC", "Santé mentale sur le terrain", "Geestelijke gezondheid op het terrein", "GGC-FAC", null, CostBasis.Delivery, 1500, 25_000, 4, new(true, null, null)),
        new("REGION", "REG-PL", "Formation du personnel des pouvoirs locaux", "Opleiding van het personeel van plaatselijke besturen", "RBC-ERAP", null, CostBasis.Delivery, 9000, 250_000, 5, new(true, null, null)),
        new("ACTIRIS", "ACS-GECO", "Prime ACS : temps de formation", "Geco-premie: opleidingstijd", "ACT-CONV", null, CostBasis.Wage, 9000, 0, 1, new(false, null, FundingStatus.GecoAssociation)),
        new("PEL", "CEP-BEV", "Remboursement du congé-éducation payé", "Terugbetaling van betaald educatief verlof", "BEW-BEV", null, CostBasis.Wage, 500, 0, 2, new(true, null, FundingStatus.GecoAssociation)),
    ];

    public async Task WriteAsync(DateOnly asOf, CancellationToken ct)
    {
        var clock = services.GetRequiredService<OfficeClock>();
        var (first, last) = (new DateOnly(asOf.Year, 1, 1), new DateOnly(asOf.Year, 12, 31));
        time.MoveTo(clock.MomentOf(asOf.AddMonths(-5), new(10, 0)));
        actor.Become("Direction / Directie");
        foreach (var sample in Grants)
            await DefineAsync(sample, first.AddYears(-1), last, asOf, ct);

        time.MoveTo(clock.MomentOf(asOf.AddDays(-30), new(11, 0)));
        await AllocateAsync(ct);
        var safe = await GrantAsync("SAFE", ct);
        await UseAsync<ClaimGrant, Outcome<GrantClaim>>(use => use.HandleAsync(new(safe, asOf.AddDays(-45)), ct));

        time.MoveTo(clock.MomentOf(asOf.AddDays(-3), new(9, 30)));
        await AllocateAsync(ct);
        await AskForASecondWageAsync(ct);
    }

    private Task<Outcome<Grant>> DefineAsync(Sample sample, DateOnly from, DateOnly to, DateOnly asOf, CancellationToken ct) => UseAsync<DefineGrant, Outcome<Grant>>(use => use.HandleAsync(
        new(
            sample.Code, sample.Programme,
            new GrantTerms(
                new LocalizedText(sample.Fr, sample.Nl), $"{sample.Reference}-{asOf.Year}/01", from, to, sample.Axis, sample.Basis, sample.Hours * 60, sample.AmountEur, null, sample.Priority,
                sample.Reach, SignatureKind.PaperHalfDay,
                new LocalizedText("Avec le soutien du pouvoir subsidiant.", "Met de steun van de subsidiërende overheid."), "Feuilles signées, attestations, tableau d'imputation / Getekende bladen, attesten, toewijzingstabel"),
            [
                (asOf.AddDays(sample.Priority * 20), new LocalizedText("Rapport d'activités", "Activiteitenverslag")),
                (to.AddMonths(3), new LocalizedText("Déclaration de créance et preuves", "Schuldvordering en bewijsstukken")),
            ]),
        ct));

    private Task<Outcome<AllocationPlan>> AllocateAsync(CancellationToken ct) => UseAsync<AllocateMinutes, Outcome<AllocationPlan>>(use => use.HandleAsync(new(IsPreview: false), ct));

    // Actiris pays the time of an association's worker already; the refund of educational leave would pay it again.
    private async Task AskForASecondWageAsync(CancellationToken ct)
    {
        var (actiris, pel) = (await GrantAsync("ACTIRIS", ct), await GrantAsync("PEL", ct));
        var paid = await UseAsync<TrainingDbContext, AllocationLine?>(db => db.AllocationLines.AsNoTracking()
            .Where(line => line.GrantId == actiris).OrderByDescending(line => line.Minutes).ThenBy(line => line.Id).FirstOrDefaultAsync(ct));
        if (paid is not null)
            await UseAsync<AllocateByHand, Outcome<AllocateByHand.Result>>(use => use.HandleAsync(
                new(pel, paid.EnrolmentId, paid.SlotId, paid.Minutes, "Demande de l'employeur / Vraag van de werkgever"), ct));
    }

    private Task<GrantId> GrantAsync(string code, CancellationToken ct) =>
        UseAsync<TrainingDbContext, GrantId>(db => db.Grants.Where(grant => grant.Code == code).Select(grant => grant.Id).SingleAsync(ct));

    private async Task<TResult> UseAsync<TService, TResult>(Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
