using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.Organisations;

/// <summary>Puts right what is known of an organisation.</summary>
public sealed class EditOrganisation(TrainingDbContext db)
{
    public sealed record Request(OrganisationId Organisation, OrganisationFacts Facts);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        var organisation = await db.Organisations.Where(o => o.Id == request.Organisation).OneAsync(ct);
        if (request.Facts.AverageFteTo < request.Facts.AverageFteFrom)
            return new PeriodOutOfOrder();
        if (request.Facts.EnterpriseNumber is { } number
            && await db.Organisations.AsNoTracking().Where(o => o.Id != organisation.Id && o.EnterpriseNumber == number).Select(o => o.Code).FirstOrDefaultAsync(ct) is { } other)
            return new EnterpriseNumberTaken(other);

        organisation.Restate(request.Facts);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
