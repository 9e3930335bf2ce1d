using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;

namespace Training.Domain.Organisations;

/// <summary>A further place where people of an organisation work.</summary>
public sealed class AddEstablishmentUnit(TrainingDbContext db)
{
    public sealed record Request(OrganisationId Organisation, LocalizedText Name, EstablishmentUnitNumber? Number, string? Nis);

    public async Task<Outcome<EstablishmentUnitId>> HandleAsync(Request request, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().Where(o => o.Id == request.Organisation).OneAsync(ct);
        if (request.Number is { } number && await db.EstablishmentUnits.AnyAsync(u => u.Number == number, ct))
            return new UnitNumberTaken();

        var unit = new EstablishmentUnit(organisation.Id, request.Name, request.Number, request.Nis);
        db.Add(unit);
        await db.SaveChangesAsync(ct);
        return unit.Id;
    }
}
