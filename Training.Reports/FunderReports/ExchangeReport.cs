using Training.Domain.Courses;
using Training.Reports.Reporting;

namespace Training.Reports.FunderReports;

/// <summary>R10: exchanges and networks: which organisations, sectors and municipalities met. Hours of exchanges are counted apart from courses.</summary>
public sealed class ExchangeReport(Participations participations) : IReportQuery
{
    private static readonly ReportColumn[] All =
    [
        new("Activity", CellKind.Text), new("SessionCode", CellKind.Text), new("Date", CellKind.Date), new("Theme", CellKind.Text), new("Place", CellKind.Text), new("Organisation", CellKind.Text),
        new("Sectors", CellKind.Text), new("Municipality", CellKind.Text), new("SessionLanguage", CellKind.Text), new("ExchangePeople", CellKind.Count, Counts: true),
        new("ExchangeHours", CellKind.Minutes), new("FollowUp", CellKind.Text),
    ];

    public string Id => "r10";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var all = (await participations.FindAsync(context, ct)).Where(p => p.Session.Kind == CourseKind.Exchange).ToList();
        var found = all.FindAll(p => p.Attended > 0);
        var rows = found
            .GroupBy(p => (p.Session.FirstDay, p.Session.Code, p.Who.OrganisationCode)).OrderBy(group => group.Key)
            .Select(group =>
            {
                var (session, who) = (group.First().Session, group.First().Who);
                return new ReportRow(
                    $"{session.Code}:{who.OrganisationCode}", null,
                    [
                        session.Course, session.Code, session.FirstDay, session.ThemeNames, session.Venue, who.Organisation, who.Sector, who.Municipality, new Word($"Report_Language_{session.Language}"),
                        group.Select(p => p.Who.Person).Distinct().Count(), group.Sum(p => p.Attended), null,
                    ]);
            }).ToList();
        return new ReportTable(All, rows, rows.Count == 0 ? null :
        [
            new Word("Report_Total"), null, null, null, null, found.Select(p => p.Who.OrganisationCode).Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture),
            found.Select(p => p.Who.Sector).Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture),
            found.Select(p => p.Who.Municipality).Where(m => m is not null).Distinct().Count().ToString(System.Globalization.CultureInfo.InvariantCulture), null,
            found.Select(p => p.Who.Person).Distinct().Count(), found.Sum(p => p.Attended), null,
        ])
        {
            Drawing = new("Organisation", ["ExchangeHours"]),
            Basis = ReportBasis.Of(all),
        };
    }
}
