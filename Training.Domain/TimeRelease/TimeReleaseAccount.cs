using Training.Domain.Organisations;
using Training.Domain.People;

namespace Training.Domain.TimeRelease;

public readonly record struct TimeReleaseAccountId(Guid Value) : IId<TimeReleaseAccountId>
{
    public static TimeReleaseAccountId New() => new(Guid.CreateVersion7());

    public static TimeReleaseAccountId From(Guid value) => new(value);
}

/// <summary>
/// One person's time release with one employer, under one scheme, for one year. Lines are only ever added; the totals beside
/// them are their sums, kept so that the database can refuse a balance below zero.
/// </summary>
public sealed class TimeReleaseAccount
{
    private readonly List<LedgerEntry> _entries = [];

    private TimeReleaseAccount() => Scheme = "";

    public TimeReleaseAccount(PersonId person, OrganisationId organisation, string scheme, int year, bool isCapped) =>
        (Id, PersonId, OrganisationId, Scheme, Year, IsCapped) =
            (TimeReleaseAccountId.New(), person, organisation, scheme, year, isCapped);

    public TimeReleaseAccountId Id { get; private set; }

    public PersonId PersonId { get; private set; }

    public OrganisationId OrganisationId { get; private set; }

    public string Scheme { get; private set; }

    /// <summary>A calendar year, or the year in which the scheme's school year begins.</summary>
    public int Year { get; private set; }

    /// <summary>False where the employer has not adopted the scheme: hours are counted, and nothing is refused.</summary>
    public bool IsCapped { get; private set; }

    /// <summary>The year is over and settled: further lines take a reopening with a reason.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>What the scheme gives for the year, in proportion to the time worked, as it is known now.</summary>
    public int EntitledMinutes { get; private set; }

    /// <summary>The entitlement with what was carried in, opened with or granted by exception.</summary>
    public int GrantedMinutes { get; private set; }

    public int ReservedMinutes { get; private set; }

    public int ConsumedMinutes { get; private set; }

    public int ExpiredMinutes { get; private set; }

    public int CarriedOverMinutes { get; private set; }

    /// <summary>Used outside this school.</summary>
    public int ElsewhereMinutes { get; private set; }

    public int Version { get; private set; }

    /// <summary>The entries added since the account was loaded, or all when they were loaded with it.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    public int AvailableMinutes => GrantedMinutes - ReservedMinutes - ConsumedMinutes - ExpiredMinutes - CarriedOverMinutes - ElsewhereMinutes;

    /// <summary>
    /// Brings the grant to what the scheme gives now: a first grant, or a correction after a change of hours, a hire or a leave. Where the
    /// scheme caps, what is used or set aside already is never taken back.
    /// </summary>
    public void Entitle(int minutes, LedgerCauseOf cause)
    {
        var difference = minutes - EntitledMinutes;
        if (difference > 0 && EntitledMinutes == 0)
            Append(LedgerEntryKind.Grant, LedgerAccount.Scheme, LedgerAccount.Granted, difference, cause);
        else if (difference > 0)
            Append(LedgerEntryKind.Correct, LedgerAccount.Corrected, LedgerAccount.Granted, difference, cause);
        else
            Append(LedgerEntryKind.Correct, LedgerAccount.Granted, LedgerAccount.Corrected, Math.Min(-difference, IsCapped ? AvailableMinutes : int.MaxValue), cause);
    }

    /// <summary>The employer has adopted the scheme: from now on it caps. What was used before beyond it is granted by exception.</summary>
    public void Cap(int entitlement, LedgerCauseOf cause)
    {
        Entitle(entitlement, cause);
        Exceed(Math.Max(0, -AvailableMinutes), cause with { Note = LedgerEntry.UsedBeforeTheCap });
        (IsCapped, Version) = (true, Version + 1);
    }

    /// <summary>Grants minutes beyond the scheme, for the reason in the cause's note.</summary>
    public void Exceed(int minutes, LedgerCauseOf cause) => Append(LedgerEntryKind.Exception, LedgerAccount.Scheme, LedgerAccount.Granted, minutes, cause);

    public void CarryIn(int minutes, LedgerCauseOf cause) => Append(LedgerEntryKind.CarryIn, LedgerAccount.Scheme, LedgerAccount.Granted, minutes, cause);

    public void Expire(int minutes, LedgerCauseOf cause) => Append(LedgerEntryKind.Expire, LedgerAccount.Granted, LedgerAccount.Expired, minutes, cause);

    /// <summary>Sets minutes aside for an enrolment, or says how many are missing.</summary>
    public Outcome<Done> Reserve(int minutes, LedgerCauseOf cause)
    {
        if (IsClosed)
            return new YearIsClosed(Year);
        if (IsCapped && minutes > AvailableMinutes)
            return new NotEnoughTimeRelease(minutes, AvailableMinutes);

        Append(LedgerEntryKind.Reserve, LedgerAccount.Granted, LedgerAccount.Reserved, minutes, cause);
        return new Done();
    }

    /// <summary>Sets more aside for hours that were taught without having been reserved, beyond the cap where it must be.</summary>
    public void ReserveMore(int minutes, LedgerCauseOf cause)
    {
        Free(minutes, cause with { Note = LedgerEntry.SessionGrew });
        Append(LedgerEntryKind.Reserve, LedgerAccount.Granted, LedgerAccount.Reserved, minutes, cause);
    }

    public void Release(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Release, LedgerAccount.Reserved, LedgerAccount.Granted, minutes, cause);

    public void Consume(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Consume, LedgerAccount.Reserved, LedgerAccount.Consumed, minutes, cause);

    /// <summary>Puts settled minutes back among the reserved, from where a further settlement takes them again.</summary>
    public void CorrectConsumed(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Correct, LedgerAccount.Consumed, LedgerAccount.Reserved, minutes, cause);

    /// <summary>Takes released minutes back. Where they have expired or been used since, that is righted by lines of their own.</summary>
    public void CorrectReleased(int minutes, LedgerCauseOf cause)
    {
        Free(minutes, cause with { Note = LedgerEntry.AttendanceCorrected });
        Append(LedgerEntryKind.Correct, LedgerAccount.Granted, LedgerAccount.Reserved, minutes, cause);
    }

    /// <summary>What was used before the ledger began, or on training elsewhere: shown apart, never the school's delivery.</summary>
    public Outcome<Done> UseElsewhere(LedgerEntryKind kind, int minutes, LedgerCauseOf cause)
    {
        if (IsClosed)
            return new YearIsClosed(Year);
        if (cause.Proof is null)
            return new ProofMissing();
        if (IsCapped && minutes > AvailableMinutes)
            return new NotEnoughTimeRelease(minutes, AvailableMinutes);

        Append(kind, LedgerAccount.Granted, LedgerAccount.Elsewhere, minutes, cause);
        return new Done();
    }

    /// <summary>
    /// The year is over: of what is unused, no more than a share of what the scheme gave moves to the next year, and the rest expires. What
    /// moved in an earlier closing counts. Nothing may be set aside any more.
    /// </summary>
    /// <returns>What moves.</returns>
    public int Close(decimal carryOverFraction, LedgerCauseOf cause)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ReservedMinutes, 0);

        var most = Entitlement.Round(EntitledMinutes * carryOverFraction);
        var moves = Math.Clamp(most - CarriedOverMinutes, 0, Math.Max(0, AvailableMinutes));
        Append(LedgerEntryKind.CarryOut, LedgerAccount.Granted, LedgerAccount.CarriedOver, moves, cause);
        Expire(Math.Max(0, AvailableMinutes), cause);
        (IsClosed, Version) = (true, Version + 1);
        return moves;
    }

    public void Reopen() => (IsClosed, Version) = (false, Version + 1);

    // Makes room for minutes that are due whatever the balance says: from what has expired first, then beyond the cap.
    private void Free(int minutes, LedgerCauseOf cause)
    {
        if (!IsCapped)
            return;

        Append(LedgerEntryKind.Correct, LedgerAccount.Expired, LedgerAccount.Granted, Math.Clamp(minutes - AvailableMinutes, 0, ExpiredMinutes), cause);
        Exceed(Math.Max(0, minutes - AvailableMinutes), cause);
    }

    private void Append(LedgerEntryKind kind, LedgerAccount from, LedgerAccount to, int minutes, LedgerCauseOf cause)
    {
        if (minutes == 0)
            return;
        if (IsClosed)
            throw new InvalidOperationException($"Account {Id.Value} of {Year} is closed.");

        var entry = new LedgerEntry(Id, kind, from, to, minutes, cause);
        _entries.Add(entry);
        GrantedMinutes -= entry.On(LedgerAccount.Scheme) + entry.On(LedgerAccount.Corrected);
        ReservedMinutes += entry.On(LedgerAccount.Reserved);
        ConsumedMinutes += entry.On(LedgerAccount.Consumed);
        ExpiredMinutes += entry.On(LedgerAccount.Expired);
        CarriedOverMinutes += entry.On(LedgerAccount.CarriedOver);
        ElsewhereMinutes += entry.On(LedgerAccount.Elsewhere);
        EntitledMinutes += (kind == LedgerEntryKind.Grant ? minutes : 0) - entry.On(LedgerAccount.Corrected);
        Version++;
    }
}
