using Microsoft.EntityFrameworkCore;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;

namespace Training.Domain.Sessions;

/// <summary>Somebody who asks for a seat, or people of one employer who ask for seats together, as far as reservations care.</summary>
/// <param name="Language">Nothing where they do not all share one, as for <paramref name="PriorityGroup"/>.</param>
public sealed record SeatSeeker(OrganisationId Organisation, string Sector, CorrespondenceLanguage? Language, int? PriorityGroup, int Count = 1)
{
    public static async Task<SeatSeeker> FindAsync(
        TrainingDbContext db, OrganisationId organisation, IReadOnlyCollection<PersonId> people, IReadOnlyCollection<int> priorityGroups, CancellationToken ct)
    {
        var sector = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.SectorCode).SingleAsync(ct);
        var languages = await db.People.Where(p => people.Contains(p.Id)).Select(p => p.Language).Distinct().ToListAsync(ct);
        return new SeatSeeker(
            organisation, sector, languages.Count == 1 ? languages[0] : null, priorityGroups.Distinct().Count() == 1 ? priorityGroups.First() : null, people.Count);
    }
}

/// <summary>Who may have a seat that is free.</summary>
public static class SeatRule
{
    /// <summary>
    /// The sessions that have a seat for each of these people: fewer taken than the capacity, less those that are still kept for others and not yet
    /// filled by them. Taking the seat in the same statement makes it certain that nobody gets one twice.
    /// </summary>
    public static IQueryable<Session> WithSeatFor(this IQueryable<Session> sessions, TrainingDbContext db, SeatSeeker seeker, DateOnly today)
    {
        var (kept, language, group) = (db.KeptSeats(today), seeker.Language, seeker.PriorityGroup);
        return sessions.Where(session => session.SeatsTaken + seeker.Count <= session.CapacityMax
            && session.SeatsTaken + seeker.Count + kept
                .Where(k => k.For.SessionId == session.Id)
                .Where(k => !(k.For.OrganisationId == seeker.Organisation || k.For.SectorCode == seeker.Sector
                    || (language != null && k.For.Language == language) || (group != null && k.For.PriorityGroup == group)))
                .Sum(k => k.Unfilled) <= session.CapacityMax);
    }

    /// <summary>
    /// The sessions where nobody waits before these people. A seat that comes free is not for the next who asks while others wait for it,
    /// unless it is kept for them.
    /// </summary>
    public static IQueryable<Session> WithNobodyAheadOf(this IQueryable<Session> sessions, TrainingDbContext db, SeatSeeker seeker, DateOnly today)
    {
        var (kept, language, group) = (db.KeptSeats(today), seeker.Language, seeker.PriorityGroup);
        return sessions.Where(session => !db.Enrolments.InLine().Any(e => e.SessionId == session.Id)
            || kept.Any(k => k.For.SessionId == session.Id && k.Unfilled >= seeker.Count
                && (k.For.OrganisationId == seeker.Organisation || k.For.SectorCode == seeker.Sector
                    || (language != null && k.For.Language == language) || (group != null && k.For.PriorityGroup == group))));
    }

    // A seat counts for every reservation that its holder meets.
    private static IQueryable<Kept> KeptSeats(this TrainingDbContext db, DateOnly today) => db.SeatReservations
        .Where(reservation => reservation.ReleasedOn > today)
        .Select(reservation => new Kept
        {
            For = reservation,
            Unfilled = Math.Max(0, reservation.Seats - db.Enrolments.Count(held => held.SessionId == reservation.SessionId && held.HoldsSeat
                && (held.OrganisationId == reservation.OrganisationId
                    || held.PriorityGroup == reservation.PriorityGroup
                    || db.Organisations.Any(o => o.Id == held.OrganisationId && o.SectorCode == reservation.SectorCode)
                    || db.People.Any(p => p.Id == held.PersonId && p.Language == reservation.Language)))),
        });

    private sealed class Kept
    {
        public required SeatReservation For { get; init; }

        public required int Unfilled { get; init; }
    }
}
