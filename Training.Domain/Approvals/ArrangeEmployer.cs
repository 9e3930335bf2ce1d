using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Approvals;

/// <summary>Changes what an employer arranges for its approvals and charges. Approver and escalation are people of its staff.</summary>
public sealed class ArrangeEmployer(TrainingDbContext db)
{
    public sealed record Request(OrganisationId Organisation, EmployerSettingsFacts Facts);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.Organisations.AsNoTracking().Where(o => o.Id == request.Organisation).OneAsync(ct);
        PersonId[] named = [.. new[] { request.Facts.Approver, request.Facts.Escalation }.OfType<PersonId>().Distinct()];
        if (await db.Employments.Where(e => e.OrganisationId == request.Organisation && named.Contains(e.PersonId)).Select(e => e.PersonId).Distinct().CountAsync(ct) != named.Length)
            throw new NotFoundException(nameof(Person));

        var settings = await db.EmployerSettings.SingleOrDefaultAsync(s => s.OrganisationId == request.Organisation, ct);
        if (settings is null)
            db.Add(settings = new EmployerSettings(request.Organisation));
        settings.Restate(request.Facts);
        return await db.TrySaveAsync(ct) ? new Done() : new ChangedMeanwhile();
    }
}
