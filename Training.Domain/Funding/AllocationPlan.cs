using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Sessions;

namespace Training.Domain.Funding;

/// <summary>What one person attended in one slot of a sealed half-day, with what a grant's reach asks about.</summary>
public sealed record AttendedSlot(
    EnrolmentId Enrolment, TeachingSlotId Slot, SessionId Session, DateOnly Date, int Minutes, string FunderCode, IReadOnlyList<string> ThemeCodes, FundingStatus Posts);

/// <summary>A grant that may pay, with the minutes that are left in it.</summary>
/// <param name="InReviewMinutes">Of those, what waits for a manager's decision.</param>
public sealed record PayingGrant(Grant Grant, string FunderCode, int LeftMinutes, int InReviewMinutes = 0)
{
    public bool Reaches(AttendedSlot slot) =>
        Grant.Covers(slot.Date)
        && (!Grant.OnlyCoursesOfFunder || slot.FunderCode == FunderCode)
        && (Grant.OnlyTheme is null || slot.ThemeCodes.Contains(Grant.OnlyTheme))
        && (Grant.OnlyPosts is null || slot.Posts == Grant.OnlyPosts);
}

/// <summary>
/// Which grant pays which minutes, by priority: each takes what is attended and not yet paid on its basis, within its reach and budget.
/// A second source of wage is put up for review instead, as far as its budget reaches.
/// </summary>
public sealed class AllocationPlan
{
    private readonly List<Share> _lines = [];
    private readonly List<Share> _reviews = [];

    private AllocationPlan()
    {
    }

    public sealed record Share(GrantId Grant, AllocationPlace Place, SessionId Session, int Minutes);

    public IReadOnlyList<Share> Lines => _lines;

    public IReadOnlyList<Share> Reviews => _reviews;

    /// <param name="paid">Net minutes that each grant pays already; nought where it gave all back.</param>
    /// <param name="reviewed">What was put up for review before, decided or not: it is not put up again.</param>
    public static AllocationPlan Of(
        IEnumerable<PayingGrant> grants, IReadOnlyList<AttendedSlot> slots, IReadOnlyDictionary<(AllocationPlace Place, GrantId Grant), int> paid,
        IReadOnlySet<(AllocationPlace Place, GrantId Grant)> reviewed)
    {
        var plan = new AllocationPlan();
        var total = paid.Where(share => share.Value != 0).GroupBy(share => share.Key.Place).ToDictionary(group => group.Key, group => group.Sum(share => share.Value));
        var sources = paid.Where(share => share.Value > 0).GroupBy(share => share.Key.Place).ToDictionary(group => group.Key, group => group.Select(share => share.Key.Grant).ToHashSet());
        foreach (var paying in grants.OrderBy(grant => grant.Grant.Priority).ThenBy(grant => grant.Grant.Code, StringComparer.Ordinal))
        {
            var (grant, left) = (paying.Grant, paying.LeftMinutes);
            var second = new List<Share>();
            foreach (var slot in slots.Where(paying.Reaches).OrderBy(slot => slot.Date).ThenBy(slot => slot.Slot.Value).ThenBy(slot => slot.Enrolment.Value))
            {
                var place = new AllocationPlace(slot.Enrolment, slot.Slot, grant.Basis);
                if (grant.Basis == CostBasis.Wage && sources.TryGetValue(place, out var others) && others.Any(other => other != grant.Id))
                {
                    if (!others.Contains(grant.Id) && !WasPutUp(place, grant.Id, others))
                        second.Add(new Share(grant.Id, place, slot.Session, slot.Minutes));
                    continue;
                }

                var minutes = Math.Min(slot.Minutes - total.GetValueOrDefault(place), left);
                if (minutes <= 0)
                    continue;

                plan._lines.Add(new Share(grant.Id, place, slot.Session, minutes));
                total[place] = total.GetValueOrDefault(place) + minutes;
                left -= minutes;
                if (sources.TryGetValue(place, out var known))
                    known.Add(grant.Id);
                else
                    sources[place] = [grant.Id];
            }

            left -= paying.InReviewMinutes;
            foreach (var share in second.TakeWhile(_ => left > 0))
            {
                plan._reviews.Add(share with { Minutes = Math.Min(share.Minutes, left) });
                left -= share.Minutes;
            }
        }

        return plan;

        // Either of the two beside the other: what took the place of a grant is not asked to give it back.
        bool WasPutUp(AllocationPlace place, GrantId grant, IReadOnlySet<GrantId> others) =>
            reviewed.Contains((place, grant)) || (paid.ContainsKey((place, grant)) && others.All(other => reviewed.Contains((place, other))));
    }
}
