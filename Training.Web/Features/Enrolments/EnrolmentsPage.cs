using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Enrolments;

/// <summary>The enrolments that the reader may see: one's organisation's, the school's, or one's own.</summary>
public sealed record EnrolmentsPage(
    EnrolmentFilter Filter, bool IsOwnFile, IReadOnlyList<EnrolmentLine> Lines, int Found, IReadOnlyList<string> SessionCodes, IReadOnlyList<EnrolmentsPage.Balance> Balances)
{
    public const int PageSize = 50;

    public int PageCount => Pager.CountOf(Found, PageSize);

    public bool IsFiltered => Filter.Status is not null || !string.IsNullOrEmpty(Filter.Session);

    public int ChargedCount => Lines.Count(line => line.ChargeEur > 0);

    /// <summary>One's own time release in one year.</summary>
    public sealed record Balance(string Scheme, int Year, bool IsCapped, int GrantedMinutes, int ReservedMinutes, int ConsumedMinutes, int AvailableMinutes);

    public static async Task<EnrolmentsPage> FindAsync(TrainingDbContext db, Reader reader, EnrolmentFilter filter, OfficeClock clock, CancellationToken ct)
    {
        // Teaching a session opens its registers, not the enrolments of those who follow it.
        var visible = db.Enrolments.AsNoTracking().VisibleTo(reader with { AsTrainer = null }, db);
        var codes = await db.Sessions.Where(session => visible.Any(e => e.SessionId == session.Id)).OrderBy(session => session.Code).Select(session => session.Code).ToListAsync(ct);

        if (filter.Status is { } status)
            visible = visible.Where(e => e.Status == status);
        if (!string.IsNullOrWhiteSpace(filter.Session))
            visible = visible.Where(e => db.Sessions.Any(session => session.Id == e.SessionId && session.Code == filter.Session));

        var found = await visible.CountAsync(ct);
        var lines = await EnrolmentLine.FindAsync(db, visible, skip: (Math.Max(1, filter.Page) - 1) * PageSize, take: PageSize, clock, ct);
        var isOwnFile = !reader.SeesEverything && reader.Organisations.Count == 0;

        return new EnrolmentsPage(filter, isOwnFile, lines, found, codes, isOwnFile ? await BalancesAsync(db, reader, ct) : []);
    }

    private static async Task<IReadOnlyList<Balance>> BalancesAsync(TrainingDbContext db, Reader reader, CancellationToken ct) => await db.TimeReleaseAccounts.AsNoTracking()
        .Where(a => a.PersonId == reader.AsSelf)
        .OrderByDescending(a => a.Year).ThenBy(a => a.Scheme)
        .Select(a => new Balance(
            a.Scheme, a.Year, a.IsCapped, a.GrantedMinutes, a.ReservedMinutes, a.ConsumedMinutes,
            a.GrantedMinutes - a.ReservedMinutes - a.ConsumedMinutes - a.ExpiredMinutes)).ToListAsync(ct);
}
