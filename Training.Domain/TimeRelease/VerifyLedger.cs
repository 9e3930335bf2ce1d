using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;

namespace Training.Domain.TimeRelease;

public enum LedgerFaultKind
{
    /// <summary>The totals of an account are not the sums of its entries.</summary>
    TotalsDiffer,

    /// <summary>More is set aside or used than was granted, under a scheme that caps.</summary>
    BelowNothing,

    /// <summary>More has been consumed or released for an enrolment than was reserved.</summary>
    ReservationBelowNothing,

    /// <summary>An enrolment that is over or has left still has minutes set aside that no ruling is awaited for.</summary>
    ReservationWithoutEnd,

    /// <summary>The hours of one enrolment are consumed from two schemes.</summary>
    TwoSchemes,
}

/// <summary>The first thing found that is not as it must be.</summary>
/// <param name="Subject">The account, or the enrolment.</param>
public sealed record LedgerFault(LedgerFaultKind Kind, Guid Subject);

/// <summary>
/// Replays every entry of the ledger and holds the sums against what is kept and what must always be true. It reads the entries once.
/// </summary>
public sealed class VerifyLedger(TrainingDbContext db)
{
    // Entries are summed by account and enrolment, which is all that the checks need; everything after works on those sums. They are integers,
    // because PostgreSQL adds up its wider sums as decimals; and schemes are only looked up for the few enrolments that stand in two accounts.
    private const string Statement =
        """
        with parts as materialized (
          select account_id, enrolment_id,
            cast(sum(case 'Granted' when to_account then minutes when from_account then -minutes else 0 end) as integer) as available,
            cast(sum(case 'Reserved' when to_account then minutes when from_account then -minutes else 0 end) as integer) as reserved,
            cast(sum(case 'Consumed' when to_account then minutes when from_account then -minutes else 0 end) as integer) as consumed,
            cast(sum(case 'Expired' when to_account then minutes when from_account then -minutes else 0 end) as integer) as expired,
            cast(sum(case 'CarriedOver' when to_account then minutes when from_account then -minutes else 0 end) as integer) as carried_over,
            cast(sum(case 'Elsewhere' when to_account then minutes when from_account then -minutes else 0 end) as integer) as elsewhere,
            cast(sum(case when kind = 'Grant' or from_account = 'Corrected' then minutes when to_account = 'Corrected' then -minutes else 0 end) as integer) as entitled
          from ledger_entries group by account_id, enrolment_id),
        sums as (
          select account_id, sum(available) as available, sum(reserved) as reserved, sum(consumed) as consumed, sum(expired) as expired,
            sum(carried_over) as carried_over, sum(elsewhere) as elsewhere, sum(entitled) as entitled
          from parts group by account_id),
        faults as (
          select 'TotalsDiffer' as kind, a.id as subject
          from time_release_accounts a left join sums s on s.account_id = a.id
          where coalesce(s.reserved, 0) <> a.reserved_minutes or coalesce(s.consumed, 0) <> a.consumed_minutes
            or coalesce(s.expired, 0) <> a.expired_minutes or coalesce(s.carried_over, 0) <> a.carried_over_minutes
            or coalesce(s.elsewhere, 0) <> a.elsewhere_minutes or coalesce(s.entitled, 0) <> a.entitled_minutes
            or coalesce(s.available, 0) <> a.granted_minutes - a.reserved_minutes - a.consumed_minutes - a.expired_minutes - a.carried_over_minutes - a.elsewhere_minutes
          union all
          select 'BelowNothing', s.account_id from sums s join time_release_accounts a on a.id = s.account_id where a.is_capped and s.available < 0
          union all
          select 'ReservationBelowNothing', p.enrolment_id from parts p where p.enrolment_id is not null and p.reserved < 0
          union all
          select 'ReservationWithoutEnd', p.enrolment_id from parts p join enrolments e on e.id = p.enrolment_id
          where p.reserved > 0 and not e.holds_seat
          union all
          select 'TwoSchemes', p.enrolment_id from parts p join time_release_accounts a on a.id = p.account_id
          where p.consumed > 0 and p.enrolment_id in (select enrolment_id from parts where consumed > 0 group by enrolment_id having count(*) > 1)
          group by p.enrolment_id having count(distinct a.scheme) > 1)
        select kind as "Kind", subject as "Subject" from faults limit 1
        """;

    // PostgreSQL writes sums of a million entries to disk in the little memory that it takes of itself; for this statement alone it may take more.
    private const string RoomForSums = "set local work_mem = '256MB'";

    private sealed record Row(string Kind, Guid Subject);

    /// <returns>The first fault, or nothing.</returns>
    public async Task<LedgerFault?> HandleAsync(CancellationToken ct)
    {
        // On SQLite a transaction would keep writers out for as long as it sums.
        await using var transaction = db.IsEmbedded() ? null : await db.Database.BeginTransactionAsync(ct);
        if (transaction is not null)
            await db.Database.ExecuteSqlRawAsync(RoomForSums, ct);
        var found = await db.Database.SqlQueryRaw<Row>(Statement).ToListAsync(ct);
        return found is [var fault, ..] ? new LedgerFault(Enum.Parse<LedgerFaultKind>(fault.Kind), fault.Subject) : null;
    }
}
