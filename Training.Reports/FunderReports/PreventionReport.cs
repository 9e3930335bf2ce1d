using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>R3: what safe.brussels pays, by course, and the same people by function and by municipality.</summary>
public sealed class PreventionReport(TrainingDbContext db, Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Label", CellKind.Text), new("Measure", CellKind.Text), new("Sessions", CellKind.Count), new("PlannedHours", CellKind.Minutes), new("HeldHours", CellKind.Minutes),
        new("Seats", CellKind.Count), .. Headcount.Columns, new("StaffHours", CellKind.Minutes), new("AttendanceRate", CellKind.Ratio), new("BelowThreshold", CellKind.Count, Counts: true),
        new("Invoiced", CellKind.Count, Counts: true), new("AmountEur", CellKind.Euro),
    ];

    public string Id => "r3";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var funder = context.Question.Funder ?? ReportLayout.Of(Id).UsualFunder;
        var all = (await participations.FindAsync(context, ct)).Where(p => p.Session.FunderCode == funder).ToList();
        var found = all.FindAll(p => p.Scheduled > 0);
        var grants = await context.UseAsync(db.Grants.Where(
            g => g.From <= context.Question.To && g.To >= context.Question.From && db.Programmes.Any(p => p.Id == g.ProgrammeId && p.FunderCode == funder)), ct);
        var grant = grants.MinBy(one => one.Priority);

        var rows = new List<ReportRow>();
        foreach (var course in found.GroupBy(p => p.Session.CourseCode).OrderBy(group => group.Key, StringComparer.Ordinal))
            rows.Add(new ReportRow($"course:{course.Key}", new Word("Report_ByCourse"), Line(context, course.First().Session.Course, grant?.Axis, [.. course], withSessions: true)));
        foreach (var function in found.GroupBy(p => p.Who.FunctionCode).OrderBy(group => group.Key, StringComparer.Ordinal))
            rows.Add(new ReportRow($"function:{function.Key}", new Word("Report_ByFunction"), Line(context, function.First().Who.Function, null, [.. function], withSessions: false)));
        foreach (var place in found.GroupBy(p => p.Who.Municipality?.Fr ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
            rows.Add(new ReportRow($"municipality:{place.Key}", new Word("Report_ByMunicipality"), Line(context, place.First().Who.Municipality ?? (object)new Word("Report_NotStated"), null, [.. place], withSessions: false)));

        return new ReportTable(All, rows, found.Count == 0 ? null : Line(context, new Word("Report_Total"), null, found, withSessions: true))
        {
            Programme = grant?.Title,
            GrantReference = grant?.Reference,
            Mentions = [.. grants.Select(one => one.Mention).Distinct()],
            Basis = ReportBasis.Of(all),
            Drawing = new("Label", ["StaffHours"], new Word("Report_ByCourse")),
        };
    }

    private static IReadOnlyList<object?> Line(ReportContext context, object label, string? measure, List<Participation> people, bool withSessions)
    {
        var count = new Headcount(people, context.Question.To.Year);
        var sessions = people.Select(p => p.Session).DistinctBy(s => s.Id).ToList();
        var scheduled = people.Sum(p => p.Scheduled);
        return
        [
            label, measure,
            withSessions ? sessions.Count : null, withSessions ? sessions.Sum(s => s.PlannedMinutes) : null,
            withSessions ? sessions.Sum(s => people.Where(p => p.Session.Id == s.Id).Max(p => p.Scheduled)) : null, withSessions ? sessions.Sum(s => s.Seats) : null,
            .. count.Cells, count.Minutes, scheduled == 0 ? null : (decimal)people.Sum(p => p.Attended) / scheduled,
            people.Count(p => p.Status is EnrolmentStatus.BelowThreshold or EnrolmentStatus.NoShow), people.Count(p => p.ChargedEur > 0), people.Sum(p => p.ChargedEur),
        ];
    }
}
