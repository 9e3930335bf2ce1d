using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Persistence;

namespace Training.Web.Features.Funding;

/// <summary>Every grant, how it stands, and its next deadline.</summary>
public sealed record FundingPage(IReadOnlyList<FundingPage.Line> Grants, int OpenReviews)
{
    public sealed record Line(string Code, LocalizedText Title, LocalizedText Funder, CostBasis Basis, DateOnly From, DateOnly To, GrantFigures Figures, DateOnly? NextDeadline, int? DaysLeft);

    public static async Task<FundingPage> FindAsync(TrainingDbContext db, DateOnly today, CancellationToken ct)
    {
        var figures = await GrantFigures.OfAllAsync(db, ct);
        var grants = await (
            from grant in db.Grants.AsNoTracking()
            join programme in db.Programmes on grant.ProgrammeId equals programme.Id
            join funder in db.Funders on programme.FunderCode equals funder.Code
            orderby grant.Basis, grant.Priority, grant.Code
            select new { Grant = grant, Funder = funder.Name, Next = grant.Deadlines.Where(d => d.On >= today).Min(d => (DateOnly?)d.On) }).ToListAsync(ct);

        return new FundingPage(
            [.. grants.Select(one => new Line(
                one.Grant.Code, one.Grant.Title, one.Funder, one.Grant.Basis, one.Grant.From, one.Grant.To, figures[one.Grant.Id], one.Next,
                one.Next is { } next ? next.DayNumber - today.DayNumber : null))],
            await db.AllocationReviews.CountAsync(r => !db.AllocationDecisions.Any(d => d.ReviewId == r.Id), ct));
    }
}
