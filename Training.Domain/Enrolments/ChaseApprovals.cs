using Microsoft.EntityFrameworkCore;
using Training.Domain.Approvals;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;

namespace Training.Domain.Enrolments;

/// <summary>Reminds the approver of a request while its seat is still held, and turns to the next in charge once it is not. Each is done once.</summary>
public sealed class ChaseApprovals(TrainingDbContext db, OfficeClock clock, AskEmployer askEmployer, RecordByRecord each)
{
    /// <returns>How many mails were written.</returns>
    public async Task<int> HandleAsync(CancellationToken ct)
    {
        var (now, today) = (clock.Now, clock.Today);
        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        var pending = await (
            from enrolment in db.Enrolments.AsNoTracking()
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join settings in db.EmployerSettings on enrolment.OrganisationId equals settings.OrganisationId
            join person in db.People on enrolment.PersonId equals person.Id
            where enrolment.Status == EnrolmentStatus.EmployerPending && session.FirstDay > today
            orderby enrolment.RequestedAt
            select new
            {
                Enrolment = enrolment,
                Session = session,
                Settings = settings,
                Person = person,
                Asked = db.ApprovalAsks.Where(a => a.EnrolmentId == enrolment.Id && a.RequestedAt == enrolment.RequestedAt).Select(a => a.Kind).ToList(),
            }).ToListAsync(ct);

        return await each.SumAsync(pending, request => $"enrolment {request.Enrolment.Id.Value}", async request =>
        {
            var isHeld = request.Enrolment.HeldUntil > now;
            var kind = isHeld ? ApprovalAskKind.Reminder : ApprovalAskKind.Escalation;
            var recipient = isHeld ? request.Settings.ApproverId : request.Settings.EscalationId;
            if (recipient is not { } who || request.Asked.Contains(kind) || (isHeld && today < deadlines.ReminderOf(request.Enrolment.RequestedAt)))
                return 0;

            var expires = isHeld ? request.Enrolment.HeldUntil!.Value : clock.MomentOf(request.Session.FirstDay!.Value, TimeOnly.MinValue);
            var facts = (await db.FactsOfAsync(request.Session, ct)) with { Person = request.Person.FullName };
            askEmployer.Add(new ApprovalAsk(request.Enrolment, who, kind, expires, now), facts);
            await db.SaveChangesAsync(ct);
            return 1;
        });
    }
}
