using Training.Domain.Attendance.Sheets;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Domain.Attendance;

public readonly record struct HalfDayRegisterId(Guid Value) : IId<HalfDayRegisterId>
{
    public static HalfDayRegisterId New() => new(Guid.CreateVersion7());

    public static HalfDayRegisterId From(Guid value) => new(value);
}

public enum RegisterStatus
{
    /// <summary>The trainer may mark.</summary>
    Open,

    /// <summary>The trainer is done; the secretariat checks.</summary>
    Closed,

    /// <summary>Checked and fixed by a digest. What is put right later is a further line.</summary>
    Sealed,
}

/// <summary>The register of one half-day of a session: the unit that is signed, sealed and settled.</summary>
public sealed class HalfDayRegister
{
    public const int SealLength = 64;

    private HalfDayRegister() => SheetCode = "";

    public HalfDayRegister(SessionId session, DateOnly date, DayPart part) =>
        (Id, SessionId, Date, Part, SheetCode) = (HalfDayRegisterId.New(), session, date, part, SheetPage.NewCode());

    public HalfDayRegisterId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public DateOnly Date { get; private set; }

    public DayPart Part { get; private set; }

    /// <summary>What its sign-in sheet bears, page by page (<see cref="SheetPage"/>).</summary>
    public string SheetCode { get; private set; }

    public RegisterStatus Status { get; private set; }

    public string? ClosedBy { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    public string? SealedBy { get; private set; }

    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>SHA-256 over the half-day's facts and the session's previous seal, in hexadecimal.</summary>
    public string? Seal { get; private set; }

    public string? PreviousSeal { get; private set; }

    public int Version { get; private set; }

    /// <summary>The trainer has marked everybody. Closing twice is harmless.</summary>
    public Outcome<Done> Close(string by, DateTimeOffset now)
    {
        if (Status == RegisterStatus.Sealed)
            return new RegisterSealed(Date, Part);
        if (Status == RegisterStatus.Open)
        {
            (Status, ClosedBy, ClosedAt) = (RegisterStatus.Closed, by, now);
            Version++;
        }

        return new Done();
    }

    /// <summary>Gives a closed, unsealed register back to the trainer.</summary>
    public Outcome<Done> Reopen()
    {
        if (Status == RegisterStatus.Sealed)
            return new RegisterSealed(Date, Part);

        (Status, ClosedBy, ClosedAt) = (RegisterStatus.Open, null, null);
        Version++;
        return new Done();
    }

    /// <summary>Fixes what the register says. The seal holds the facts, and the seal before it in the session.</summary>
    public Outcome<Done> FixWith(string seal, string? previousSeal, string by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(seal.Length, SealLength);
        if (Status == RegisterStatus.Sealed)
            return new RegisterSealed(Date, Part);
        if (Status == RegisterStatus.Open)
            return new RegisterStillOpen(Date, Part);

        (Status, Seal, PreviousSeal, SealedBy, SealedAt) = (RegisterStatus.Sealed, seal, previousSeal, by, now);
        Version++;
        return new Done();
    }
}
