using Training.Domain.Organisations;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>
/// R2: the annex on staff training of an association's COCOF activity report, one line an operator. What only the operator knows (approval,
/// axis, site, volume of action, partners) stays blank for it to fill in.
/// </summary>
public sealed class CohesionReport(Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Operator", CellKind.Text), new("ApprovalNumber", CellKind.Text), new("Axis", CellKind.Text), new("Orientation", CellKind.Text), new("Site", CellKind.Text),
        new("Municipality", CellKind.Text), new("ApprovedVolume", CellKind.Minutes), new("DeliveredVolume", CellKind.Minutes), new("Activities", CellKind.Count),
        .. Headcount.Columns, new("StaffHours", CellKind.Minutes), new("Partners", CellKind.Text), new("Coordination", CellKind.Text),
    ];

    public string Id => "r2";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var all = (await participations.FindAsync(context, ct)).Where(p => p.Who.OrganisationType == OrganisationType.Association).ToList();
        var found = all.FindAll(p => p.Attended > 0);
        var rows = found.GroupBy(p => p.Who.OrganisationCode).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReportRow(group.Key, null, Line(context, group.First().Who.Organisation, group.First().Who.Municipality, [.. group]))).ToList();
        return new ReportTable(All, rows, Line(context, new Word("Report_Total"), null, found)) { Drawing = new("Operator", ["StaffHours"]), Basis = ReportBasis.Of(all) };
    }

    private static IReadOnlyList<object?> Line(ReportContext context, object name, object? municipality, IReadOnlyList<Participation> people)
    {
        var count = new Headcount(people, context.Question.To.Year);
        return [name, null, null, null, null, municipality, null, null, people.Select(p => p.Session.Id).Distinct().Count(), .. count.Cells, count.Minutes, null, null];
    }
}
