using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>The employer says yes or no. Yes sets aside the time release that the session takes, together with the seat: both, or neither.</summary>
public sealed class DecideRequest(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts)
{
    /// <param name="Reason">Asked for when the answer is no.</param>
    public sealed record Request(EnrolmentId Enrolment, bool Approve, string? Reason, Reader Reader);

    public async Task<Outcome<EnrolmentStatus>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var enrolment = await db.Enrolments.OfEmployer(request.Reader).Where(e => e.Id == request.Enrolment).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        var step = new Enrolment.Step(current.Actor.Name, clock.Now, request.Reason);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var heldSeat = enrolment.HoldsSeat;
        var decision = request.Approve ? enrolment.Approve(step) : enrolment.Refuse(step);
        if (decision.IsRefused)
            return decision;

        if (enrolment.Status == EnrolmentStatus.Confirmed && await ReserveAsync(enrolment, session, ct) is { } shortage)
            return shortage;
        if (enrolment.Status == EnrolmentStatus.EmployerRefused && heldSeat)
            await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeatsTaken, s => s.SeatsTaken - 1), ct);

        await TellAsync(enrolment, session, request.Reason, ct);
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return enrolment.Status;
    }

    private async Task<Refusal?> ReserveAsync(Enrolment enrolment, Session session, CancellationToken ct)
    {
        if (enrolment.Scheme is null)
            return null;

        foreach (var year in session.Slots.GroupBy(slot => slot.Date.Year))
        {
            var account = await accounts.FindOrOpenAsync(
                enrolment.PersonId, enrolment.OrganisationId, enrolment.Scheme, year.Min(slot => slot.Date), ct);
            if (db.Entry(account).State == EntityState.Detached)
                db.Add(account);

            var cause = new LedgerCauseOf(LedgerCause.Enrolment, enrolment.Id.Value, enrolment.Id, current.Actor.Name, clock.Now);
            var reserved = account.Reserve(year.Sum(slot => slot.Minutes), cause);
            if (reserved.IsRefused)
                return reserved.Refusal;
        }

        return null;
    }

    private async Task TellAsync(Enrolment enrolment, Session session, string? reason, CancellationToken ct)
    {
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var kind = enrolment.Status switch
        {
            EnrolmentStatus.Confirmed => MessageKind.SeatConfirmed,
            EnrolmentStatus.Waitlisted => MessageKind.PlacedOnWaitingList,
            _ => MessageKind.RequestRefused,
        };
        db.Add(new EnrolmentFacts(session.Code, title.Fr, title.Nl, session.FirstDay, session.LastDay, reason).To(enrolment.PersonId, kind, clock.Now));
    }
}
