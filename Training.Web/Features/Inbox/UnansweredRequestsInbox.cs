using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

/// <summary>Requests that await the employer. The secretariat decides on its behalf when the employer has answered another way, and says which.</summary>
public sealed class UnansweredRequestsInbox(TrainingDbContext db, OfficeClock clock, Texts texts, DecideRequest decide) : InboxSource
{
    private const int MaxShown = 200;
    private const string Approve = "approve";

    public override string Kind => "requests";

    public override IReadOnlyList<InboxDecision> Decisions => [new(Approve, NeedsReason: true), new("refuse", NeedsReason: true)];

    public override async Task<IReadOnlyList<InboxItem>> FindAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var rows = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            where enrolment.Status == EnrolmentStatus.EmployerPending && session.FirstDay > today
            orderby enrolment.RequestedAt, person.LastName, person.FirstName
            select new { enrolment, person.FirstName, person.LastName, Employer = organisation.Name, session.Code, session.FirstDay }).Take(MaxShown).ToListAsync(ct);
        var ranks = await db.RanksAsync([.. rows.Select(row => row.enrolment.SessionId).Distinct()], ct);

        return [.. rows.Select(row => new InboxItem(
            row.enrolment.Id.Value,
            $"{row.FirstName} {row.LastName}",
            [
                $"{row.Employer.In(texts.Language)} · {row.Code} · {Show.Date(row.FirstDay!.Value)}",
                row.enrolment switch
                {
                    { HeldUntil: null } => texts["Inbox_HoldLapsed"],
                    { HoldsSeat: true, HeldUntil: { } until } => texts["Inbox_SeatHeldUntil", Show.Date(clock.DateOn(until.AddTicks(-1)))],
                    _ => texts["Result_Rank", ranks[row.enrolment.Id]],
                },
            ],
            row.enrolment.RequestedAt,
            $"enrolments/{row.enrolment.Id.Value}",
            row.enrolment.HeldUntil is { } held ? clock.DateOn(held.AddTicks(-1)) : null))];
    }

    public override async Task<Outcome<Done>> DecideAsync(Guid item, string decision, string? reason, CancellationToken ct)
    {
        var approves = decision == Approve;
        var outcome = await decide.HandleAsync(
            new(new EnrolmentId(item), approves, reason, Reader.WholeSchool, approves ? null : StepCause.OtherReason), ct);
        return outcome.IsRefused ? outcome.Refusal : new Done();
    }
}
