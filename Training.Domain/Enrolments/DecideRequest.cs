using Microsoft.EntityFrameworkCore;
using Training.Domain.Approvals;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Enrolments;

/// <summary>
/// The employer says yes or no. Yes sets aside the time release that the session takes, together with the seat: both, or neither.
/// No gives the seat to the next who waits.
/// </summary>
public sealed class DecideRequest(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, ApproveEnrolment approve, PromoteWaiting promote)
{
    /// <param name="Reason">In the approver's words. A no needs these, or a cause of the list.</param>
    /// <param name="Cause">One of <see cref="StepCauses.OfRefusal"/>.</param>
    /// <param name="Via">The mail whose link was followed; the link is spent by it.</param>
    public sealed record Request(EnrolmentId Enrolment, bool Approve, string? Reason, Reader Reader, StepCause? Cause = null, ApprovalAskId? Via = null);

    public async Task<Outcome<EnrolmentStatus>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = await db.Enrolments.OfEmployer(request.Reader).AsNoTracking().Where(e => e.Id == request.Enrolment).OneAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(id.SessionId, ct);
        if (request.Via is { } ask && !await SpendAsync(ask, request.Enrolment, ct))
            return new ApprovalLinkSpent();

        var enrolment = await db.Enrolments.Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == enrolment.SessionId).OneAsync(ct);

        var decision = request.Approve
            ? await approve.ApplyAsync(enrolment, session, new Decider(request.Reader.AsSelf), request.Reason, ct)
            : await RefuseAsync(enrolment, session, request, ct);
        if (decision.IsRefused)
            return decision;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        if (!request.Approve)
            await promote.ApplyAsync(session.Id, ct);
        await transaction.CommitAsync(ct);
        return decision;
    }

    private async Task<bool> SpendAsync(ApprovalAskId id, EnrolmentId enrolment, CancellationToken ct)
    {
        var now = clock.Now;
        return await db.ApprovalAsks.Where(a => a.Id == id && a.EnrolmentId == enrolment && a.UsedAt == null && a.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.UsedAt, now), ct) == 1;
    }

    private async Task<Outcome<EnrolmentStatus>> RefuseAsync(Enrolment enrolment, Session session, Request request, CancellationToken ct)
    {
        var heldSeat = enrolment.HoldsSeat;
        var refused = enrolment.Refuse(new(current.Actor.Name, clock.Now, request.Reason, request.Cause));
        if (refused.IsRefused)
            return refused;

        await seats.FreeAsync(session.Id, heldSeat ? 1 : 0, ct);
        var facts = await db.FactsOfAsync(session, ct);
        db.Add((facts with { Reason = request.Reason, Cause = request.Cause?.ToString() }).To(enrolment.PersonId, MessageKind.RequestRefused, clock.Now));
        return refused;
    }
}
