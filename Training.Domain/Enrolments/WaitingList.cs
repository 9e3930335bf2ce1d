using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

/// <summary>Who waits for a seat, whether or not the employer has said yes, and in which order.</summary>
public static class WaitingList
{
    public static IQueryable<Enrolment> Waiting(this IQueryable<Enrolment> enrolments) =>
        enrolments.Where(e => !e.HoldsSeat && (e.Status == EnrolmentStatus.EmployerPending || e.Status == EnrolmentStatus.Waitlisted));

    /// <summary>The place in the list, from 1, of everybody who waits for one of these sessions: by priority group, then by the instant of the request.</summary>
    public static async Task<IReadOnlyDictionary<EnrolmentId, int>> RanksAsync(
        this TrainingDbContext db, IReadOnlyCollection<SessionId> sessions, CancellationToken ct)
    {
        var waiting = await db.Enrolments.AsNoTracking().Waiting().Where(e => sessions.Contains(e.SessionId))
            .Select(e => new { e.SessionId, e.Id, e.PriorityGroup, e.RequestedAt }).ToListAsync(ct);

        return waiting
            .GroupBy(e => e.SessionId)
            .SelectMany(list => list.OrderBy(e => e.PriorityGroup).ThenBy(e => e.RequestedAt).ThenBy(e => e.Id.Value).Select((e, index) => (e.Id, Rank: index + 1)))
            .ToDictionary(place => place.Id, place => place.Rank);
    }
}
