using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>An employer decides that a scheme caps hours with it: from which day, and in which document.</summary>
public sealed class AdoptScheme(TrainingDbContext db, OfficeClock clock, ICurrentActor current)
{
    public sealed record Request(OrganisationId Organisation, string Scheme, DateOnly From, string? Document, Reader Reader);

    public async Task<Outcome<SchemeAdoptionId>> HandleAsync(Request request, CancellationToken ct)
    {
        if (!request.Reader.SeesEverything && !request.Reader.Organisations.Contains(request.Organisation))
            throw new NotFoundException(nameof(Organisation));
        if (string.IsNullOrWhiteSpace(request.Document) || !SchemeRules.CanCap(request.Scheme))
            return new ProofMissing();
        if (await db.SchemeAdoptions.AnyAsync(a => a.OrganisationId == request.Organisation && a.Scheme == request.Scheme && a.To == null, ct))
            return new AlreadyAdopted(request.Scheme);

        var adoption = new SchemeAdoption(request.Organisation, request.Scheme, request.From, request.Document.Trim(), current.Actor.Name, clock.Now);
        db.Add(adoption);
        await db.SaveChangesAsync(ct);
        return adoption.Id;
    }
}
