using Microsoft.EntityFrameworkCore;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Web.Features.PersonRequests;

/// <summary>Open requests with what an erasure could do, and those that have their answer.</summary>
public sealed record PersonRequestsPage(IReadOnlyList<PersonRequestsPage.Line> Open, IReadOnlyList<PersonRequestsPage.Line> Answered)
{
    private const int MaxShown = 50;

    public Reply? Typed { get; init; }

    public sealed record Line(PersonRequest Request, string Person, IReadOnlyList<EvidenceLine> Erasure);

    public sealed record Reply(Guid Id, string? Text, string Error);

    public static async Task<PersonRequestsPage> FindAsync(TrainingDbContext db, ErasureReview review, CancellationToken ct)
    {
        var rows = await (
            from request in db.PersonRequests.AsNoTracking()
            join person in db.People on request.PersonId equals person.Id
            orderby request.AskedAt descending
            select new { Request = request, person.FirstName, person.LastName }).Take(4 * MaxShown).ToListAsync(ct);
        var lines = new List<Line>();
        foreach (var row in rows)
        {
            var isOpenErasure = row.Request is { Kind: PersonRequestKind.Erasure, Status: PersonRequestStatus.Open };
            lines.Add(new Line(row.Request, $"{row.FirstName} {row.LastName}", isOpenErasure ? await review.OfAsync(row.Request.PersonId, ct) : []));
        }

        return new PersonRequestsPage(
            [.. lines.Where(line => line.Request.Status == PersonRequestStatus.Open).OrderBy(line => line.Request.AskedAt)],
            [.. lines.Where(line => line.Request.Status != PersonRequestStatus.Open).Take(MaxShown)]);
    }
}
