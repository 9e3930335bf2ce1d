using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.People;

/// <summary>One employment, with what its terms may be changed to.</summary>
public sealed record EmploymentPage(
    Person Person, Employment Employment, LocalizedText Employer, EmploymentForm Form,
    IReadOnlyDictionary<string, LocalizedText> Functions, IReadOnlyDictionary<EstablishmentUnitId, LocalizedText> Units)
{
    public Refusal? Refusal { get; init; }

    public static async Task<EmploymentPage> FindAsync(TrainingDbContext db, Reader reader, EmploymentId id, EmploymentForm? typed, CancellationToken ct)
    {
        var employment = await db.Employments.AsNoTracking().OfEmployer(reader).Where(e => e.Id == id).OneAsync(ct);
        var person = await db.People.AsNoTracking().Where(p => p.Id == employment.PersonId).OneAsync(ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == employment.OrganisationId).OneAsync(ct);
        var functions = await db.StaffFunctions.AsNoTracking().OrderBy(f => f.Code).ToDictionaryAsync(f => f.Code, f => f.Label, ct);
        var units = await db.EstablishmentUnits.AsNoTracking().Where(u => u.OrganisationId == employer.Id).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return new EmploymentPage(person, employment, employer.Name, typed ?? EmploymentForm.Of(employment), functions, units);
    }
}
