using Training.Domain.Sessions;

namespace Training.Web.Features.Planning;

/// <summary>A change of a planned session: another first day, copies, the reason to cancel it, seats to keep.</summary>
public sealed class ChangeForm
{
    public int Version { get; set; }

    public SessionStatus To { get; set; }

    public DateOnly? FirstDay { get; set; }

    public int Times { get; set; } = 1;

    public int WeeksBetween { get; set; } = 1;

    public string? AcceptedBecause { get; set; }

    public string? Reason { get; set; }

    public SeatReservationKind Kind { get; set; }

    public string? For { get; set; }

    public int Seats { get; set; } = 1;

    public DateOnly? ReleasedOn { get; set; }

    public Guid? GivenFree { get; set; }
}
