using Microsoft.EntityFrameworkCore;
using Training.Domain.Approvals;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>Writes to whoever decides for the employer that a request awaits them. The caller saves it with the request.</summary>
public sealed class AskEmployer(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="facts">With the name of who wants to come.</param>
    public async Task AddAsync(Enrolment enrolment, EnrolmentFacts facts, CancellationToken ct)
    {
        var settings = await db.EmployerSettings.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == enrolment.OrganisationId, ct);
        if (settings is null || enrolment.HeldUntil is not { } until)
            return;

        // Who may not decide on themselves is not asked to.
        var recipient = settings.ApproverId == enrolment.PersonId && !settings.ApproversDecideOnThemselves ? settings.EscalationId : settings.ApproverId;
        if (recipient is { } approver)
            Add(new ApprovalAsk(enrolment, approver, ApprovalAskKind.Request, until, clock.Now), facts);
    }

    internal void Add(ApprovalAsk ask, EnrolmentFacts facts)
    {
        var kind = ask.Kind switch
        {
            ApprovalAskKind.Request => MessageKind.ApprovalAsked,
            ApprovalAskKind.Reminder => MessageKind.ApprovalReminded,
            _ => MessageKind.ApprovalEscalated,
        };
        db.Add(ask);
        db.Add((facts with { Link = ask.Id.Value, Until = clock.DateOn(ask.ExpiresAt.AddTicks(-1)) }).To(ask.RecipientId, kind, clock.Now));
    }
}
