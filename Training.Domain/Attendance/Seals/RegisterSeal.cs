using Training.Domain.ChangeRecords;
using Training.Domain.Sessions;

namespace Training.Domain.Attendance.Seals;

public readonly record struct RegisterSealId(Guid Value) : IId<RegisterSealId>
{
    public static RegisterSealId From(Guid value) => new(value);
}

public enum SealCause
{
    /// <summary>The secretariat fixed a closed half-day.</summary>
    Sealed,

    /// <summary>A mark of a sealed half-day was put right, with a reason.</summary>
    Corrected,

    /// <summary>Something missed in a sealed half-day was decided on.</summary>
    Ruled,
}

/// <summary>
/// A link in the chain of one session: the facts that were fixed, as lines, and a digest over them and the link before. Written once; what
/// is put right later is a further link.
/// </summary>
public sealed class RegisterSeal
{
    private RegisterSeal() => (Facts, Seal, RecordedBy) = ("", "", "");

    internal RegisterSeal(
        HalfDayRegister register, int sequence, SealCause cause, IEnumerable<string> facts, string? previous, string by, DateTimeOffset now)
    {
        (Id, SessionId, RegisterId) = (new RegisterSealId(Guid.CreateVersion7()), register.SessionId, register.Id);
        (Sequence, Cause, Facts, PreviousSeal) = (sequence, cause, string.Join('\n', facts), previous);
        (RecordedBy, RecordedAt) = (by, now);
        Seal = ComputeSeal();
    }

    public RegisterSealId Id { get; private set; }

    public SessionId SessionId { get; private set; }

    public HalfDayRegisterId RegisterId { get; private set; }

    /// <summary>Counts from 1 within the session.</summary>
    public int Sequence { get; private set; }

    public SealCause Cause { get; private set; }

    public string Facts { get; private set; }

    public string? PreviousSeal { get; private set; }

    public string Seal { get; private set; }

    public string RecordedBy { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public IReadOnlyList<string> Lines => Facts.Split('\n');

    /// <summary>SHA-256 over the link before, the place in the chain and the facts, in hexadecimal.</summary>
    public string ComputeSeal() => Digest.Of(Parts);

    /// <summary>Exactly what <see cref="Seal"/> is the SHA-256 of.</summary>
    public byte[] SealedBytes() => Digest.BytesOf(Parts);

    private string[] Parts =>
        [PreviousSeal ?? "", Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture), RegisterId.Value.ToString(), Cause.ToString(), .. Lines];
}
