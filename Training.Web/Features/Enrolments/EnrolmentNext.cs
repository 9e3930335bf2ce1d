using Training.Domain.Enrolments;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>Where an enrolment stands in words that say what happens next, by whose doing, and why.</summary>
public sealed record EnrolmentNext(IReadOnlyList<string> Sentences)
{
    /// <param name="place">The place in the waiting list, for who waits.</param>
    public static EnrolmentNext Of(
        Enrolment enrolment, Session session, WaitingList.Place? place, EnrolmentDeadlines deadlines, OfficeClock clock, Texts texts)
    {
        var sentences = new List<string>();
        switch (enrolment.Status)
        {
            case EnrolmentStatus.EmployerPending:
                sentences.Add(Pending());
                break;
            case EnrolmentStatus.Invited:
                sentences.Add(texts["Next_Invited", Until(enrolment.HeldUntil)]);
                break;
            case EnrolmentStatus.Confirmed when clock.Today < session.FirstDay:
                sentences.Add(texts["Next_Confirmed", Show.Date(deadlines.LastFreeDay(session, enrolment.RequestedAt))]);
                break;
            case EnrolmentStatus.WithdrawnLate when enrolment.SeatKept:
                sentences.Add(texts["Next_SeatKept"]);
                break;
            case EnrolmentStatus.CancelledBySchool:
                sentences.Add(texts["Next_CancelledBySchool"]);
                break;
            case var left when enrolment.MayAskAgain && left != EnrolmentStatus.Replaced && session.TakesRequestsOn(clock.Today):
                sentences.Add(texts["Next_MayAskAgain"]);
                break;
        }

        if (place is not null)
            sentences.AddRange(Waiting(place));
        return new EnrolmentNext(sentences);

        string Pending() => enrolment switch
        {
            { HeldUntil: null } => texts["Next_PendingLapsed"],
            { HoldsSeat: true } => texts["Next_PendingSeat", Until(enrolment.HeldUntil)],
            _ => texts["Next_PendingRank", Until(enrolment.HeldUntil)],
        };

        IEnumerable<string> Waiting(WaitingList.Place waiting)
        {
            yield return texts["Next_Rank", waiting.Rank, Show.Date(clock.DateOn(waiting.RankedSince))];
            if (waiting.KeptPriority)
                yield return texts["Next_KeptPriority"];
            if (waiting.AheadByPriority > 0)
                yield return texts.Counted("Next_Ahead", waiting.AheadByPriority);
            if (waiting.GroupSize > 1)
                yield return texts["Next_Group", waiting.GroupSize];
            if (!waiting.IsPassedOver)
                yield return deadlines.InvitesByItself(session)
                    ? texts["Next_InvitedByItself", Show.Date(deadlines.LastInvitationDay(session))]
                    : texts["Next_InvitedByHand"];
        }

        // A moment at which something ends is the first one of the next day: people read the last day.
        string Until(DateTimeOffset? moment) => Show.Date(clock.DateOn(moment!.Value.AddTicks(-1)));
    }
}
