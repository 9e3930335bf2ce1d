using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Inbox;
using Training.Domain.Persistence;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

/// <summary>People whose employer the school does not know yet: employer, person and enrolment are made on one page.</summary>
public sealed class UnknownEmployersInbox(TrainingDbContext db, Texts texts, SettleUnknownEmployer settle) : InboxSource
{
    public override string Kind => "employers";

    public override IReadOnlyList<InboxDecision> Decisions => [new("dismiss", NeedsReason: true)];

    public override async Task<IReadOnlyList<InboxItem>> FindAsync(CancellationToken ct)
    {
        var rows = await (
            from employer in db.UnknownEmployers.AsNoTracking()
            where employer.SettledAt == null
            orderby employer.RecordedAt
            select new { employer, Session = db.Sessions.Where(s => s.Id == employer.SessionId).Select(s => s.Code).FirstOrDefault() }).ToListAsync(ct);

        return [.. rows.Select(row => new InboxItem(
            row.employer.Id.Value,
            row.employer.Organisation,
            [$"{row.employer.FirstName} {row.employer.LastName} · {row.employer.Email}", row.Session is null ? texts["Inbox_NoSession"] : row.Session],
            row.employer.RecordedAt,
            $"inbox/new-employer?from={row.employer.Id.Value}"))];
    }

    public override Task<Outcome<Done>> DecideAsync(Guid item, string decision, string? reason, CancellationToken ct) =>
        settle.HandleAsync(new(new UnknownEmployerId(item), reason), ct);
}
