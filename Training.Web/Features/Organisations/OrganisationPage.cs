using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.Organisations;

/// <summary>A subsidised post with who held it, and since when it stands empty.</summary>
public sealed record PostLine(GecoPost Post, IReadOnlyList<PostLine.Holder> Holders, PostVacancy? Vacancy)
{
    public sealed record Holder(PersonId Person, string Name, PostOccupancy Occupancy, int? LevelHeld);

    public static async Task<IReadOnlyList<PostLine>> FindAsync(TrainingDbContext db, OrganisationId employer, DateOnly today, CancellationToken ct)
    {
        var posts = await db.GecoPosts.AsNoTracking().Where(p => p.OrganisationId == employer).OrderBy(p => p.Reference).ToListAsync(ct);
        var occupancies = await db.OccupanciesAsync([employer], ct);
        var ids = occupancies.SelectMany(held => held).Select(held => held.Person).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var months = (await db.ParameterBookAsync(ct)).Number(ParameterKeys.GecoVacancyMonths, today);
        return [.. posts.Select(post => new PostLine(
            post,
            [.. occupancies[post.Id].OrderByDescending(held => held.From).Select(held => new Holder(held.Person, people[held.Person].FullName, held, people[held.Person].LevelHeld))],
            post.VacancyOn(today, [.. occupancies[post.Id]], months)))];
    }
}

/// <summary>One employer, with the places where its people work and its subsidised posts.</summary>
public sealed record OrganisationPage(
    Organisation Organisation, LocalizedText? Municipality, LocalizedText? Sector, int Staff,
    IReadOnlyList<EstablishmentUnit> Units, IReadOnlyList<PostLine> Posts, IReadOnlyDictionary<string, LocalizedText> Municipalities)
{
    public UnitForm Unit { get; init; } = new();

    public Refusal? Refusal { get; init; }

    public static async Task<OrganisationPage> FindAsync(TrainingDbContext db, Reader reader, string code, DateOnly today, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().EmployersOf(reader).Where(o => o.Code == code).OneAsync(ct);
        var municipalities = await db.Municipalities.AsNoTracking().OrderBy(m => m.Nis).ToDictionaryAsync(m => m.Nis, m => m.Name, ct);
        var sector = await db.Sectors.AsNoTracking().Where(s => s.Code == organisation.SectorCode).Select(s => s.Label).SingleOrDefaultAsync(ct);
        var units = await db.EstablishmentUnits.AsNoTracking().Where(u => u.OrganisationId == organisation.Id).OrderBy(u => u.Id).ToListAsync(ct);
        var staff = await db.Employments.Where(e => e.OrganisationId == organisation.Id && e.Start <= today && (e.End == null || e.End >= today)).Select(e => e.PersonId).Distinct().CountAsync(ct);
        return new OrganisationPage(
            organisation, organisation.Nis is { } nis ? municipalities.GetValueOrDefault(nis) : null, sector, staff, units,
            await PostLine.FindAsync(db, organisation.Id, today, ct), municipalities);
    }
}
