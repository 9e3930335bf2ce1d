using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.Sessions;

/// <summary>Keeps seats of a session for some people until a date, or gives kept seats free at once.</summary>
public sealed class ReserveSeats(TrainingDbContext db, OfficeClock clock)
{
    /// <param name="For">An organisation's code, a sector's code, a language (fr, nl) or the number of a priority group, as the kind says.</param>
    /// <param name="GivenFree">A reservation to end today; the other fields do not matter then.</param>
    public sealed record Request(SessionId Session, SeatReservationKind Kind, string For, int Seats, DateOnly ReleasedOn, SeatReservationId? GivenFree = null);

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var session = await db.Sessions.AsNoTracking().Where(s => s.Id == request.Session).OneAsync(ct);
        if (request.GivenFree is { } id)
        {
            (await db.SeatReservations.Where(k => k.Id == id && k.SessionId == session.Id).OneAsync(ct)).GiveFree(clock.Today);
            await db.SaveChangesAsync(ct);
            return new Done();
        }

        var today = clock.Today;
        var kept = await db.SeatReservations.Where(k => k.SessionId == session.Id && k.ReleasedOn > today).SumAsync(k => k.Seats, ct);
        if (kept + request.Seats > session.CapacityMax)
            return new MoreKeptThanSeats(session.CapacityMax, kept);
        if (request.ReleasedOn <= today || request.ReleasedOn > session.FirstDay)
            return new ReleasedOutOfTime();
        if (await MakeAsync(request, ct) is not { } reservation)
            return new UnknownCode(request.For);

        db.Add(reservation);
        await db.SaveChangesAsync(ct);
        return new Done();
    }

    private async Task<SeatReservation?> MakeAsync(Request request, CancellationToken ct)
    {
        var (session, seats, until) = (request.Session, request.Seats, request.ReleasedOn);
        switch (request.Kind)
        {
            case SeatReservationKind.Organisation:
                var organisation = await db.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == request.For, ct);
                return organisation is null ? null : SeatReservation.For(organisation.Id, session, seats, until);
            case SeatReservationKind.Sector:
                return await db.Sectors.AnyAsync(s => s.Code == request.For, ct) ? SeatReservation.ForSector(request.For, session, seats, until) : null;
            case SeatReservationKind.Language:
                return Enum.TryParse<CorrespondenceLanguage>(request.For, ignoreCase: true, out var language) ? SeatReservation.For(language, session, seats, until) : null;
            default:
                return int.TryParse(request.For, CultureInfo.InvariantCulture, out var group) && group >= 0 ? SeatReservation.ForPriorityGroup(group, session, seats, until) : null;
        }
    }
}
