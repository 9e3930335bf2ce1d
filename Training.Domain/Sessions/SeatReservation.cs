using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.Sessions;

public readonly record struct SeatReservationId(Guid Value) : IId<SeatReservationId>
{
    public static SeatReservationId From(Guid value) => new(value);
}

/// <summary>For whom seats are kept.</summary>
public enum SeatReservationKind
{
    Organisation,
    Sector,
    Language,
    PriorityGroup,
}

/// <summary>Seats of a session that are kept for some people until a date; from that date on they are for everybody.</summary>
public sealed class SeatReservation
{
    private SeatReservation()
    {
    }

    private SeatReservation(SessionId session, SeatReservationKind kind, int seats, DateOnly releasedOn) : this()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seats, 1);
        (Id, SessionId, Kind, Seats, ReleasedOn) = (new SeatReservationId(Guid.CreateVersion7()), session, kind, seats, releasedOn);
    }

    public SeatReservationId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public SeatReservationKind Kind { get; private set; }

    public int Seats { get; private set; }

    /// <summary>The first day on which the seats that are left are for everybody.</summary>
    public DateOnly ReleasedOn { get; private set; }

    public OrganisationId? OrganisationId { get; private set; }

    public string? SectorCode { get; private set; }

    public CorrespondenceLanguage? Language { get; private set; }

    public int? PriorityGroup { get; private set; }

    /// <summary>From today on the seats that are left are for everybody.</summary>
    public void GiveFree(DateOnly today) => ReleasedOn = today < ReleasedOn ? today : ReleasedOn;

    public static SeatReservation For(OrganisationId organisation, SessionId session, int seats, DateOnly releasedOn) =>
        new(session, SeatReservationKind.Organisation, seats, releasedOn) { OrganisationId = organisation };

    public static SeatReservation ForSector(string sector, SessionId session, int seats, DateOnly releasedOn) =>
        new(session, SeatReservationKind.Sector, seats, releasedOn) { SectorCode = sector };

    public static SeatReservation For(CorrespondenceLanguage language, SessionId session, int seats, DateOnly releasedOn) =>
        new(session, SeatReservationKind.Language, seats, releasedOn) { Language = language };

    public static SeatReservation ForPriorityGroup(int group, SessionId session, int seats, DateOnly releasedOn) =>
        new(session, SeatReservationKind.PriorityGroup, seats, releasedOn) { PriorityGroup = group };
}
