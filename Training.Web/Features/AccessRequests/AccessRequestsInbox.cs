using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Features.Inbox;
using Training.Web.Features.Shared;

namespace Training.Web.Features.AccessRequests;

/// <summary>People whom no account knows and who ask for access. Those of whom one of that name works there are let in at once; for the others there is a page.</summary>
public sealed class AccessRequestsInbox(TrainingDbContext db, Texts texts, GrantAccess grant, RefuseAccess refuse) : InboxSource
{
    public override string Kind => "access";

    public override IReadOnlyList<InboxDecision> Decisions => [new(DecisionForm.Grant), new(DecisionForm.Refuse, NeedsReason: true)];

    public override async Task<IReadOnlyList<InboxItem>> FindAsync(CancellationToken ct)
    {
        var lines = await AccessRequestsPage.LinesAsync(db, db.AccessRequests.AsNoTracking().Where(r => r.DecidedAt == null).OrderBy(r => r.AskedAt), ct);
        return lines.ConvertAll(line => new InboxItem(
            line.Request.Id.Value,
            line.Request.FullName,
            [line.Request.Email is { } address ? $"{line.EmployerIn(texts.Language)} · {address}" : line.EmployerIn(texts.Language), line.Request.Reason],
            line.Request.AskedAt,
            $"access-requests/{line.Request.Id.Value}"));
    }

    public override async Task<Outcome<Done>> DecideAsync(Guid item, string decision, string? reason, CancellationToken ct)
    {
        if (decision == DecisionForm.Refuse)
            return await refuse.HandleAsync(new(new AccessRequestId(item), reason, Reader.WholeSchool), ct);

        var outcome = await grant.HandleAsync(new(new AccessRequestId(item), null, Reader.WholeSchool), ct);
        return outcome.IsRefused ? outcome.Refusal : new Done();
    }
}
