using Microsoft.EntityFrameworkCore;
using Training.Domain.Approvals;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Features.Approvals;

/// <summary>What the link of a mail asks one approver to decide on: nothing else can be seen or done with it.</summary>
public sealed record ApproveByLinkPage(
    ApprovalAskId Ask, EnrolmentId Enrolment, string Approver, string Person, LocalizedText Organisation, LocalizedText Course, string SessionCode, DateOnly FirstDay,
    DateOnly LastDay, int Minutes, bool HoldsSeat, int? Rank, string RequestedBy, DateOnly Until, bool Works, EnrolmentStatus Status)
{
    public DecisionForm Form { get; init; } = new();

    public IReadOnlyList<string> Refused { get; init; } = [];

    /// <summary>The answer that has just been given.</summary>
    public EnrolmentStatus? Answered { get; init; }

    public static async Task<(ApproveByLinkPage Page, ApprovalAsk Ask, Enrolment Enrolment)> FindAsync(
        TrainingDbContext db, OfficeClock clock, ApprovalAskId id, CancellationToken ct)
    {
        var ask = await db.ApprovalAsks.AsNoTracking().Where(a => a.Id == id).OneAsync(ct);
        var enrolment = await db.Enrolments.AsNoTracking().Where(e => e.Id == ask.EnrolmentId).OneAsync(ct);
        var session = await db.Sessions.AsNoTracking().Include(s => s.Slots).Where(s => s.Id == enrolment.SessionId).OneAsync(ct);
        var people = await db.People.AsNoTracking().Where(p => p.Id == enrolment.PersonId || p.Id == ask.RecipientId).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var employer = await db.Organisations.AsNoTracking().Where(o => o.Id == enrolment.OrganisationId).OneAsync(ct);
        var title = await db.CourseVersions.Where(v => v.Id == session.CourseVersionId).Select(v => v.Title).SingleAsync(ct);
        var ranks = await db.RanksAsync([session.Id], ct);

        var page = new ApproveByLinkPage(
            ask.Id, enrolment.Id, people[ask.RecipientId], people[enrolment.PersonId], employer.Name, title, session.Code, session.FirstDay!.Value, session.LastDay!.Value,
            session.ScheduledMinutes, enrolment.HoldsSeat, ranks.TryGetValue(enrolment.Id, out var rank) ? rank : null, enrolment.RequestedBy,
            clock.DateOn(ask.ExpiresAt.AddTicks(-1)),
            ask.WorksAt(clock.Now) && enrolment.Status == EnrolmentStatus.EmployerPending && enrolment.RequestedAt == ask.RequestedAt, enrolment.Status);
        return (page, ask, enrolment);
    }
}
