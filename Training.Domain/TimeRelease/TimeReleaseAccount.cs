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

    public int Year { get; private set; }

    /// <summary>False where the employer has not adopted the scheme: hours are counted, and nothing is refused.</summary>
    public bool IsCapped { get; private set; }

    public int GrantedMinutes { get; private set; }

    public int ReservedMinutes { get; private set; }

    public int ConsumedMinutes { get; private set; }

    public int ExpiredMinutes { get; private set; }

    public int Version { get; private set; }

    /// <summary>The entries added since the account was loaded, or all when they were loaded with it.</summary>
    public IReadOnlyList<LedgerEntry> Entries => _entries;

    public int AvailableMinutes => GrantedMinutes - ReservedMinutes - ConsumedMinutes - ExpiredMinutes;

    public void Grant(int minutes, LedgerCauseOf cause) => Append(LedgerEntryKind.Grant, LedgerAccount.Scheme, LedgerAccount.Granted, minutes, cause);

    /// <summary>Sets minutes aside for an enrolment, or says how many are missing.</summary>
    public Outcome<Done> Reserve(int minutes, LedgerCauseOf cause)
    {
        if (IsCapped && minutes > AvailableMinutes)
            return new NotEnoughTimeRelease(minutes, AvailableMinutes);

        Append(LedgerEntryKind.Reserve, LedgerAccount.Granted, LedgerAccount.Reserved, minutes, cause);
        return new Done();
    }

    public void Release(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Release, LedgerAccount.Reserved, LedgerAccount.Granted, minutes, cause);

    public void Consume(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Consume, LedgerAccount.Reserved, LedgerAccount.Consumed, minutes, cause);

    /// <summary>Puts settled minutes back among the reserved, from where a further settlement takes them again.</summary>
    public void CorrectConsumed(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Correct, LedgerAccount.Consumed, LedgerAccount.Reserved, minutes, cause);

    public void CorrectReleased(int minutes, LedgerCauseOf cause) =>
        Append(LedgerEntryKind.Correct, LedgerAccount.Granted, LedgerAccount.Reserved, minutes, cause);

    private void Append(LedgerEntryKind kind, LedgerAccount from, LedgerAccount to, int minutes, LedgerCauseOf cause)
    {
        if (minutes == 0)
            return;

        _entries.Add(new LedgerEntry(Id, kind, from, to, minutes, cause));
        Add(from, -minutes);
        Add(to, minutes);
        Version++;
    }

    // Granted keeps what was given for the year; what is set aside or used shows in the other totals.
    private void Add(LedgerAccount account, int minutes)
    {
        switch (account)
        {
            case LedgerAccount.Scheme: GrantedMinutes -= minutes; break;
            case LedgerAccount.Reserved: ReservedMinutes += minutes; break;
            case LedgerAccount.Consumed: ConsumedMinutes += minutes; break;
            case LedgerAccount.Expired: ExpiredMinutes += minutes; break;
            case LedgerAccount.Granted: break;
            default: throw new ArgumentOutOfRangeException(nameof(account));
        }
    }
}
