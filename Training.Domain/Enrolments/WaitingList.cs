using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Sessions;

namespace Training.Domain.Enrolments;

/// <summary>Who waits for a seat, whether or not the employer has said yes, and in which order.</summary>
public static class WaitingList
{
    /// <summary>A place in the list and what decided it.</summary>
    /// <param name="AheadByPriority">How many of those before are there by their priority group.</param>
    /// <param name="KeptPriority">The place was kept from a session that the school called off.</param>
    /// <param name="IsPassedOver">The employer has not answered in time: seats go to those behind until it does.</param>
    /// <param name="GroupSize">How many want seats together or none; 1 for somebody alone.</param>
    public sealed record Place(
        EnrolmentId Enrolment, int Rank, int PriorityGroup, int AheadByPriority, DateTimeOffset RankedSince, bool KeptPriority, bool IsPassedOver, int GroupSize);

    private static readonly Expression<Func<Enrolment, bool>> WaitsForASeat =
        e => !e.HoldsSeat && (e.Status == EnrolmentStatus.EmployerPending || e.Status == EnrolmentStatus.Waitlisted);

    public static IQueryable<Enrolment> Waiting(this IQueryable<Enrolment> enrolments) => enrolments.Where(WaitsForASeat);

    /// <summary>Everybody who has asked and has not left, been refused or been called off.</summary>
    public static IQueryable<Enrolment> Live(this IQueryable<Enrolment> enrolments) => enrolments.Where(e =>
        e.Status != EnrolmentStatus.EmployerRefused && e.Status != EnrolmentStatus.OfferExpired && e.Status != EnrolmentStatus.WithdrawnInTime
        && e.Status != EnrolmentStatus.WithdrawnLate && e.Status != EnrolmentStatus.Replaced && e.Status != EnrolmentStatus.CancelledBySchool);

    /// <summary>Those to whom a seat that comes free can go: not who has waited in vain for their employer.</summary>
    public static IQueryable<Enrolment> InLine(this IQueryable<Enrolment> enrolments) =>
        enrolments.Waiting().Where(e => e.Status == EnrolmentStatus.Waitlisted || e.HeldUntil != null);

    /// <summary>By priority group, then by the instant of the request. Ids follow each other, so that no two places are the same.</summary>
    public static IEnumerable<Enrolment> InOrder(this IEnumerable<Enrolment> enrolments) =>
        enrolments.OrderBy(e => e.PriorityGroup).ThenBy(e => e.RankedSince).ThenBy(e => e.Id.Value);

    /// <summary>The place, from 1, of everybody who waits for one of these sessions.</summary>
    public static async Task<IReadOnlyDictionary<EnrolmentId, int>> RanksAsync(
        this TrainingDbContext db, IReadOnlyCollection<SessionId> sessions, CancellationToken ct) =>
        (await db.PlacesAsync(sessions, ct)).ToDictionary(place => place.Key, place => place.Value.Rank);

    /// <summary>The same, with what decided each place.</summary>
    public static async Task<IReadOnlyDictionary<EnrolmentId, Place>> PlacesAsync(
        this TrainingDbContext db, IReadOnlyCollection<SessionId> sessions, CancellationToken ct)
    {
        var waiting = await db.Enrolments.AsNoTracking().Waiting().Where(e => sessions.Contains(e.SessionId)).ToListAsync(ct);
        return waiting.GroupBy(e => e.SessionId).SelectMany(PlacesOf).ToDictionary(place => place.Enrolment);
    }

    private static IEnumerable<Place> PlacesOf(IEnumerable<Enrolment> list)
    {
        var ordered = list.InOrder().ToList();
        return ordered.Select((e, index) => new Place(
            e.Id, index + 1, e.PriorityGroup,
            ordered.Take(index).Count(before => before.PriorityGroup < e.PriorityGroup && before.RankedSince > e.RankedSince),
            e.RankedSince, e.KeepsPriorityOf is not null,
            e is { Status: EnrolmentStatus.EmployerPending, HeldUntil: null },
            e.GroupId is null ? 1 : ordered.Count(other => other.GroupId == e.GroupId)));
    }
}
