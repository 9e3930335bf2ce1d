using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Reports.Reporting;

/// <summary>The words for codes in which traits of people are told.</summary>
internal sealed record TraitWords(
    IReadOnlyDictionary<string, LocalizedText> Functions, IReadOnlyDictionary<string, LocalizedText> Sectors, IReadOnlyDictionary<string, LocalizedText> Municipalities)
{
    public static async Task<TraitWords> FindAsync(TrainingDbContext db, CancellationToken ct) => new(
        await db.StaffFunctions.AsNoTracking().ToDictionaryAsync(f => f.Code, f => f.Label, ct),
        await db.Sectors.AsNoTracking().ToDictionaryAsync(s => s.Code, s => s.Label, ct),
        await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Nis, m => m.Name, ct));

    public ParticipantTraits Of(Person person, Employment employment, Organisation organisation) => new(
        person.Id.Value, person.FullName, person.Gender, person.YearOfBirth, employment.FunctionCode, Functions[employment.FunctionCode], employment.RequiredLevel,
        organisation.Code, organisation.Name, organisation.Type, organisation.Nis is { } nis ? Municipalities.GetValueOrDefault(nis) : null,
        organisation.SectorCode, Sectors[organisation.SectorCode], organisation.IsPublicService, employment.LanguageRole?.ToString());
}
