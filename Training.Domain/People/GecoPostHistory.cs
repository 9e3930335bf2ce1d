using Microsoft.EntityFrameworkCore;
using Training.Domain.Organisations;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>Who held which post when: the employments that bear the post's reference, in the order in which they began.</summary>
public static class GecoPostHistory
{
    public static async Task<ILookup<GecoPostId, PostOccupancy>> OccupanciesAsync(this TrainingDbContext db, IReadOnlyCollection<OrganisationId> employers, CancellationToken ct)
    {
        var held = await (
            from post in db.GecoPosts
            join employment in db.Employments on new { post.OrganisationId, Reference = (string?)post.Reference } equals new { employment.OrganisationId, Reference = employment.PostReference }
            where employers.Contains(post.OrganisationId)
            orderby employment.Start
            select new { post.Id, Occupancy = new PostOccupancy(employment.Id, employment.PersonId, employment.FteFraction, employment.Start, employment.End) }).ToListAsync(ct);
        return held.ToLookup(row => row.Id, row => row.Occupancy);
    }
}
