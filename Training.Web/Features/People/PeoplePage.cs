using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.People;

/// <summary>The people whom the reader answers for, by name.</summary>
public sealed record PeoplePage(string? Q, IReadOnlyList<PeoplePage.Line> Lines, int Found, int Number)
{
    public const int PageSize = 60;

    public int PageCount => Pager.CountOf(Found, PageSize);

    public sealed record Line(PersonId Id, string Name, string? Email, IReadOnlyList<LocalizedText> Employers, IReadOnlyList<LocalizedText> Functions, bool WorksHere);

    public static async Task<PeoplePage> FindAsync(TrainingDbContext db, Reader reader, string? q, int page, DateOnly today, CancellationToken ct)
    {
        var words = new SearchWords(q);
        var found = (await db.People.AsNoTracking().StaffOf(reader, db).Select(p => new { p.Id, p.FirstName, p.LastName, p.Email }).ToListAsync(ct))
            .Where(p => words.IsEmpty || words.FoundIn(p.FirstName, p.LastName, p.Email))
            .OrderBy(p => p.LastName, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.FirstName, StringComparer.CurrentCultureIgnoreCase).ThenBy(p => p.Id.Value)
            .ToList();
        var number = Math.Clamp(page, 1, Pager.CountOf(found.Count, PageSize));
        var shown = found.Skip((number - 1) * PageSize).Take(PageSize).ToList();

        var ids = shown.ConvertAll(p => p.Id);
        var work = (await (
            from employment in db.Employments.OfEmployer(reader)
            join employer in db.Organisations on employment.OrganisationId equals employer.Id
            join function in db.StaffFunctions on employment.FunctionCode equals function.Code
            where ids.Contains(employment.PersonId)
            orderby employment.Start descending
            select new { employment.PersonId, Employer = employer.Name, function.Label, Current = employment.Start <= today && (employment.End == null || employment.End >= today) })
            .ToListAsync(ct)).ToLookup(row => row.PersonId);

        return new PeoplePage(
            q,
            [.. shown.Select(p => new Line(
                p.Id, $"{p.FirstName} {p.LastName}", p.Email,
                [.. work[p.Id].Select(row => row.Employer).Distinct()], [.. work[p.Id].Where(row => row.Current).Select(row => row.Label).Distinct()],
                work[p.Id].Any(row => row.Current)))],
            found.Count, number);
    }
}
