using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Domain.TimeRelease;

/// <summary>
/// Reads hours that this school did not give: what was left when the ledger began, or training followed elsewhere. Each row becomes a line with
/// its proof and who accepted it, shown apart and never counted as the school's delivery. Reading a file again adds nothing.
/// </summary>
public sealed class ImportOutsideHours(TrainingDbContext db, OfficeClock clock, ICurrentActor current, TimeReleaseAccounts accounts)
{
    private static readonly Column[] Common =
    [
        new("Organisation", "Organisation", "Organisatie"),
        new("Email", "E-mail", "Courriel", "E-mailadres"),
        new("Date", "Date", "Datum"),
        new("Hours", "Heures", "Uren", "Hours"),
        new("Proof", "Preuve", "Bewijs", "Proof"),
        new("ApprovedBy", "Accepté par", "Aanvaard door", "Approved by"),
    ];

    private static readonly Column Title = new("Course", "Formation", "Opleiding", "Course");

    /// <param name="Kind"><see cref="LedgerEntryKind.Opening"/>: the hours are those left on the date; <see cref="LedgerEntryKind.Elsewhere"/>: those followed.</param>
    public sealed record Request(Stream File, LedgerEntryKind Kind, ImportMode Mode);

    private sealed record Row(string Organisation, string Email, DateOnly Day, int Minutes, string Course, LedgerProof Proof);

    public async Task<Outcome<ImportReport>> HandleAsync(Request request, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        await request.File.CopyToAsync(copy, ct);
        copy.Position = 0;
        Column[] columns = request.Kind == LedgerEntryKind.Elsewhere ? [.. Common, Title] : Common;

        // A first reading says which accounts the rows are about, a second one writes in them.
        var rows = new List<Row>();
        var tried = await ImportTable.RunAsync(db, copy, new ImportMode(DryRun: true), columns, (row, _) =>
        {
            if (Read(row, request.Kind) is { } read)
                rows.Add(read);
        }, ct);
        if (tried.IsRefused)
            return tried;

        var open = await OpenAsync(rows, request.Kind, ct);
        var known = await KnownAsync([.. open.Values.OfType<TimeReleaseAccount>().Select(a => a.Id).Distinct()], ct);
        copy.Position = 0;
        return await ImportTable.RunAsync(db, copy, request.Mode, columns, (row, report) =>
        {
            if (Read(row, request.Kind) is { } read)
                Keep(row, read, request.Kind, open[read], known, report);
        }, ct);
    }

    private static Row? Read(RowReader row, LedgerEntryKind kind)
    {
        var read = new Row(
            row.Text("Organisation", Organisation.CodeMaxLength), row.OptionalEmail("Email", Person.EmailMaxLength) ?? row.Note("Email", new ValueMissing(), ""),
            row.Date("Date"), Entitlement.Round(row.Number("Hours") * 60),
            kind == LedgerEntryKind.Elsewhere ? row.Text("Course", LedgerEntry.ProofMaxLength) : "",
            new LedgerProof(row.Text("Proof", LedgerEntry.ProofMaxLength), row.Text("ApprovedBy", Person.NameMaxLength)));
        return row.IsGood ? read : null;
    }

    // The account of each row; nothing where the person is under no scheme there on that day.
    private async Task<Dictionary<Row, TimeReleaseAccount?>> OpenAsync(IReadOnlyList<Row> rows, LedgerEntryKind kind, CancellationToken ct)
    {
        var found = new Dictionary<Row, TimeReleaseAccount?>();
        foreach (var row in rows.Distinct())
        {
            var post = await (
                from employment in db.Employments.AsNoTracking()
                join person in db.People on employment.PersonId equals person.Id
                join employer in db.Organisations on employment.OrganisationId equals employer.Id
                where employer.Code == row.Organisation && person.Email == row.Email && employment.Start <= row.Day && (employment.End == null || employment.End >= row.Day)
                select new { Employment = employment, Employer = employer }).FirstOrDefaultAsync(ct);
            var scheme = post is null ? null : Schemes.Fitting(post.Employment, post.Employer);
            found[row] = scheme is null || (kind == LedgerEntryKind.Opening && !SchemeRules.CanCap(scheme))
                ? null
                : await accounts.OpenAsync(post!.Employment.PersonId, post.Employer.Id, scheme, row.Day, ct);
        }

        return found;
    }

    private async Task<HashSet<(TimeReleaseAccountId, Guid)>> KnownAsync(IReadOnlyList<TimeReleaseAccountId> ids, CancellationToken ct) =>
        (await db.LedgerEntries.AsNoTracking().Where(e => ids.Contains(e.AccountId) && e.Cause == LedgerCause.Import)
            .Select(e => new { e.AccountId, e.CauseId }).ToListAsync(ct)).Select(e => (e.AccountId, e.CauseId)).ToHashSet();

    private void Keep(
        RowReader row, Row read, LedgerEntryKind kind, TimeReleaseAccount? account, HashSet<(TimeReleaseAccountId, Guid)> known, ImportReport report)
    {
        if (account is null)
        {
            row.Note("Email", new NoSchemeThen(read.Email, read.Day), 0);
            return;
        }

        var cause = new LedgerCauseOf(
            LedgerCause.Import, CauseOf(read, kind), null, current.Actor.Name, clock.Now, read.Course.Length > 0 ? read.Course : null, Proof: read.Proof);
        if (!known.Add((account.Id, cause.CauseId)))
        {
            report.CountChanged(false);
            return;
        }

        // What was left says what had been used.
        var used = kind == LedgerEntryKind.Opening ? account.AvailableMinutes - read.Minutes : read.Minutes;
        if (used < 0)
        {
            row.Note("Hours", new NotEnoughTimeRelease(read.Minutes, account.AvailableMinutes), 0);
            return;
        }

        if (account.UseElsewhere(kind, used, cause).Refusal is { } refusal)
        {
            row.Note("Hours", refusal, 0);
            return;
        }

        if (db.Entry(account).State == EntityState.Detached)
            db.Add(account);
        report.CountAdded();
    }

    // The same row of the same file, or of another, is the same cause.
    private static Guid CauseOf(Row row, LedgerEntryKind kind)
    {
        var text = kind == LedgerEntryKind.Opening
            ? string.Create(CultureInfo.InvariantCulture, $"opening|{row.Organisation}|{row.Email}|{row.Day.Year}")
            : string.Create(CultureInfo.InvariantCulture, $"elsewhere|{row.Organisation}|{row.Email}|{row.Day:O}|{row.Minutes}|{row.Course}");
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
