using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Inbox;

/// <summary>Seats that are free near the session, where the list does not move by itself: as many of those who wait as there are seats.</summary>
public sealed class ShortNoticeSeatsInbox(TrainingDbContext db, OfficeClock clock, Texts texts, OfferSeat offer) : InboxSource
{
    public override string Kind => "short-notice";

    public override IReadOnlyList<InboxDecision> Decisions => [new("offer")];

    public override async Task<IReadOnlyList<InboxItem>> FindAsync(CancellationToken ct)
    {
        var today = clock.Today;
        var deadlines = await EnrolmentDeadlines.LoadAsync(db, clock, ct);
        var sessions = (await db.Sessions.AsNoTracking()
            .Where(s => s.FirstDay > today && s.SeatsTaken < s.CapacityMax && db.Enrolments.InLine().Any(e => e.SessionId == s.Id))
            .OrderBy(s => s.FirstDay).ToListAsync(ct)).Where(s => s.TakesRequestsOn(today) && !deadlines.InvitesByItself(s)).ToList();
        var ids = sessions.Select(s => s.Id).ToList();
        var waiting = (await (
            from enrolment in db.Enrolments.AsNoTracking().InLine()
            join person in db.People on enrolment.PersonId equals person.Id
            join organisation in db.Organisations on enrolment.OrganisationId equals organisation.Id
            where ids.Contains(enrolment.SessionId)
            select new { Enrolment = enrolment, Name = person.FirstName + " " + person.LastName, Employer = organisation.Name }).ToListAsync(ct))
            .ToDictionary(row => row.Enrolment.Id);
        var ranks = await db.RanksAsync(ids, ct);

        return [.. sessions.SelectMany(session => waiting.Values.Select(row => row.Enrolment).Where(e => e.SessionId == session.Id).InOrder()
            .Take(session.SeatsLeft)
            .Select(enrolment => new InboxItem(
                enrolment.Id.Value,
                waiting[enrolment.Id].Name,
                [
                    $"{waiting[enrolment.Id].Employer.In(texts.Language)} · {texts["Result_Rank", ranks[enrolment.Id]]}",
                    $"{session.Code} · {Show.Date(session.FirstDay!.Value)} · {texts.Counted("Catalogue_SeatsLeft", session.SeatsLeft)}",
                ],
                enrolment.RankedSince,
                $"enrolments/{enrolment.Id.Value}",
                session.FirstDay!.Value.AddDays(-1))))];
    }

    public override async Task<Outcome<Done>> DecideAsync(Guid item, string decision, string? reason, CancellationToken ct)
    {
        var outcome = await offer.HandleAsync(new(new EnrolmentId(item)), ct);
        return outcome.IsRefused ? outcome.Refusal : new Done();
    }
}
