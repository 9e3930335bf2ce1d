using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Charges;

namespace Training.Web.Features.Charges;

/// <summary>What employers may owe, an entry for each enrolment with the lines behind it. No invoice is made here.</summary>
public sealed record ChargesPage(IReadOnlyList<ChargesPage.Entry> Entries, bool MayWaive)
{
    public string? Refused { get; init; }

    public decimal OwedEur => Entries.Sum(entry => entry.OwedEur);

    public sealed record Entry(
        EnrolmentId Enrolment, string Person, LocalizedText Employer, string Session, IReadOnlyList<Line> Lines, string? BillingEntity, string? OrderNumber)
    {
        public decimal OwedEur => Lines.Sum(line => line.AmountEur);
    }

    public sealed record Line(DateTimeOffset At, ChargeKind Kind, decimal AmountEur, string By, string? Reason);

    private sealed record Row(
        ChargeLine Line, string FirstName, string LastName, LocalizedText Employer, string EmployerCode, string? Number, string Session, LocalizedText Course,
        string? BillingEntity, string? OrderNumber);

    public static async Task<ChargesPage> FindAsync(TrainingDbContext db, Reader reader, bool mayWaive, CancellationToken ct) => new(
        [.. (await RowsAsync(db, reader, ct))
            .GroupBy(row => row.Line.EnrolmentId)
            .OrderByDescending(rows => rows.Max(row => row.Line.RecordedAt))
            .Select(rows => (First: rows.First(), All: rows))
            .Select(rows => new Entry(
                rows.All.Key, $"{rows.First.FirstName} {rows.First.LastName}", rows.First.Employer, rows.First.Session,
                [.. rows.All.OrderBy(row => row.Line.RecordedAt).Select(row => new Line(row.Line.RecordedAt, row.Line.Kind, row.Line.AmountEur, row.Line.RecordedBy, row.Line.Reason))],
                rows.First.BillingEntity, rows.First.OrderNumber))],
        mayWaive);

    /// <summary>Every line between two days, for the accounting system.</summary>
    public static async Task<IReadOnlyList<ChargeRow>> LinesAsync(
        TrainingDbContext db, Reader reader, OfficeClock clock, DateOnly? from, DateOnly? to, string language, CancellationToken ct) =>
        [.. (await RowsAsync(db, reader, ct))
            .Select(row => (Row: row, Date: clock.DateOn(row.Line.RecordedAt)))
            .Where(line => (from is null || line.Date >= from) && (to is null || line.Date <= to))
            .OrderBy(line => line.Row.Line.RecordedAt).ThenBy(line => line.Row.Line.Id.Value)
            .Select(line => new ChargeRow(
                line.Row.Line.Id.Value, line.Date, line.Row.Line.Kind.ToString(), line.Row.Line.AmountEur, line.Row.EmployerCode, line.Row.Employer.In(language), line.Row.Number,
                line.Row.BillingEntity, line.Row.OrderNumber, line.Row.Session, line.Row.Course.In(language), $"{line.Row.FirstName} {line.Row.LastName}", line.Row.Line.Reason))];

    private static async Task<IReadOnlyList<Row>> RowsAsync(TrainingDbContext db, Reader reader, CancellationToken ct)
    {
        var rows = await (
            from line in db.ChargeLines.AsNoTracking()
            join enrolment in db.Enrolments.AsNoTracking().OfEmployer(reader) on line.EnrolmentId equals enrolment.Id
            join person in db.People on enrolment.PersonId equals person.Id
            join employer in db.Organisations on line.OrganisationId equals employer.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            select new { line, person.FirstName, person.LastName, Employer = employer, session.Code, version.Title }).ToListAsync(ct);
        var ids = rows.Select(row => row.line.EnrolmentId).Distinct().ToList();
        var billings = await db.ChargeBillings.AsNoTracking().Where(b => ids.Contains(b.EnrolmentId)).ToDictionaryAsync(b => b.EnrolmentId, ct);
        var settings = await db.EmployerSettings.AsNoTracking().ToDictionaryAsync(s => s.OrganisationId, ct);

        return [.. rows.Select(row =>
        {
            var own = billings.GetValueOrDefault(row.line.EnrolmentId);
            var general = settings.GetValueOrDefault(row.line.OrganisationId);
            return new Row(
                row.line, row.FirstName, row.LastName, row.Employer.Name, row.Employer.Code, row.Employer.EnterpriseNumber?.Digits, row.Code, row.Title,
                own?.BillingEntity ?? general?.BillingEntity, own?.OrderNumber ?? general?.OrderNumber);
        })];
    }
}
