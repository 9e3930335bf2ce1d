using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// New terms of an employment. From a later day they open a new period and the one before is kept; from the same day they put right what
/// was written wrongly, and the record of changes keeps what it said.
/// </summary>
public sealed class ChangeEmployment(TrainingDbContext db)
{
    public sealed record Request(EmploymentId Employment, EmploymentTerms Terms, string? Remark, Reader Reader);

    public async Task<Outcome<EmploymentId>> HandleAsync(Request request, CancellationToken ct)
    {
        var employment = await db.Employments.OfEmployer(request.Reader).Where(e => e.Id == request.Employment).OneAsync(ct);
        if (employment.End is { } end)
            return new AlreadyEnded(end);
        if (request.Terms.Start < employment.Start)
            return new StartBeforeKnown(employment.Start);

        var result = employment;
        if (request.Terms.Start > employment.Start)
            db.Add(result = employment.ChangeTo(request.Terms));
        else
            employment.Correct(request.Terms, request.Remark);

        if (request.Terms is { FundingStatus: FundingStatus.GecoAssociation, PostReference: { } reference }
            && !await db.GecoPosts.AnyAsync(post => post.OrganisationId == employment.OrganisationId && post.Reference == reference, ct))
            db.Add(new GecoPost(employment.OrganisationId, reference, new GecoPostFacts(request.Terms.RequiredLevel, request.Terms.FteFraction)));

        return await db.TrySaveAsync(ct) ? result.Id : new ChangedMeanwhile();
    }
}
