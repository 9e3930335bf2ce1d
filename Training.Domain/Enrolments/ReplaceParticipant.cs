using Microsoft.EntityFrameworkCore;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain.Enrolments;

/// <summary>
/// A colleague takes over, at any time until the session is over: the seat, the approval, the hours set aside, the place on the
/// sign-in sheet and the messages move in one transaction. Who is replaced gets no hours and owes nothing.
/// </summary>
public sealed class ReplaceParticipant(
    TrainingDbContext db, OfficeClock clock, ICurrentActor current, SessionSeats seats, EnrolmentForecasts forecasts, EnrolmentReservations reservations,
    EnrolmentCharges charges, ApproveEnrolment approve, AskEmployer askEmployer)
{
    /// <param name="ApprovedBy">Says yes for the colleague at the same time; without it the colleague's request awaits approval.</param>
    /// <param name="UseTimeRelease">False takes over outside any scheme.</param>
    /// <param name="Scheme">One of those that fit the colleague's post; without it the one that is proposed.</param>
    public sealed record Request(
        EnrolmentId Leaving, PersonId Colleague, Reader Reader, Decider? ApprovedBy, string? Reason = null, bool UseTimeRelease = true, string? Scheme = null);

    public async Task<Outcome<EnrolmentId>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var id = await db.Enrolments.OfEmployer(request.Reader).AsNoTracking().Where(e => e.Id == request.Leaving).OneAsync(ct);
        var colleague = await db.People.AsNoTracking()
            .Where(p => p.Id == request.Colleague && db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == id.OrganisationId)).OneAsync(ct);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await seats.LockAsync(id.SessionId, ct);
        var leaving = await db.Enrolments.Where(e => e.Id == request.Leaving).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == leaving.SessionId).OneAsync(ct);
        if (session.Status is SessionStatus.Closed or SessionStatus.Cancelled || session.LastDay < clock.Today)
            return new SessionClosedToRequests(session.Code);
        if (await db.AttendanceMarks.AnyAsync(mark => mark.EnrolmentId == leaving.Id && mark.AttendedMinutes > 0, ct))
            return new AlreadyMarkedPresent(await NameAsync(leaving.PersonId, ct));

        var outcome = await ApplyAsync(request, leaving, colleague, session, ct);
        if (outcome.IsRefused)
            return outcome;
        if (!await db.TrySaveAsync(ct))
            return new ChangedMeanwhile();

        await transaction.CommitAsync(ct);
        return outcome;
    }

    private async Task<Outcome<EnrolmentId>> ApplyAsync(Request request, Enrolment leaving, Person colleague, Session session, CancellationToken ct)
    {
        var ahead = (await forecasts.OfAsync(session, leaving.OrganisationId, [colleague], ct))[0];
        // That the session has begun is no obstacle here.
        var scheme = request.UseTimeRelease ? request.Scheme ?? ahead.Scheme : null;
        if (ahead.ObstacleUnder(scheme, colleague.FullName, except: EligibilityRule.SessionOpen) is { } obstacle)
            return obstacle;

        var step = new Enrolment.Step(current.Actor.Name, clock.Now, request.Reason);
        var invited = leaving.Status == EnrolmentStatus.Confirmed ? await db.InvitedDaysAsync(session, ct) : null;
        var left = leaving.HandOver(step);
        if (left.IsRefused)
            return left.Refusal;

        await reservations.ReleaseAsync(leaving.Id, ct);
        await charges.FallAwayAsync(leaving, ct);

        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        var place = new Enrolment.Place(ahead.Employment!, HoldsSeat: true, scheme, deadlines.HeldUntil(session));
        var before = await db.Enrolments.SingleOrDefaultAsync(e => e.SessionId == session.Id && e.PersonId == colleague.Id, ct);
        if (before is { SeatKept: true })
            await seats.FreeAsync(session.Id, 1, ct);
        var taking = before ?? Enrolment.Request(session.Id, place, step);
        if (before is null)
            db.Add(taking);
        else if (before.AskAgain(place, step).IsRefused)
            return new AlreadyEnrolled(colleague.FullName);
        taking.TakeOverFrom(leaving.Id);

        var facts = await db.FactsOfAsync(session, ct);
        db.Add((facts with { Person = colleague.FullName, Invited = invited }).To(leaving.PersonId, MessageKind.SeatPassedOn, clock.Now));
        if (request.ApprovedBy is null)
            return await AwaitApprovalAsync(taking, facts with { Person = colleague.FullName }, ct);

        var approved = await approve.ApplyAsync(taking, session, request.ApprovedBy, request.Reason, ct);
        return approved.Refusal switch
        {
            null => taking.Id,
            OwnRequestNotAllowed => await AwaitApprovalAsync(taking, facts with { Person = colleague.FullName }, ct),
            { } refusal => refusal,
        };
    }

    private async Task<EnrolmentId> AwaitApprovalAsync(Enrolment taking, EnrolmentFacts facts, CancellationToken ct)
    {
        db.Add(facts.To(taking.PersonId, MessageKind.RequestReceived, clock.Now));
        await askEmployer.AddAsync(taking, facts, ct);
        return taking.Id;
    }

    private async Task<string> NameAsync(PersonId person, CancellationToken ct) =>
        (await db.People.AsNoTracking().Where(p => p.Id == person).OneAsync(ct)).FullName;
}
