using System.Globalization;
using Training.Domain.People;
using Training.Reports.Reporting;

namespace Training.Reports.TrainingHours;

/// <summary>
/// R8: the managers' report on training hours, person by person at each organisation with their time release; or broken down by any dimension, or
/// by two of them crossed. What is published names nobody.
/// </summary>
public sealed class TrainingHoursReport(TrainingHoursQuery hours, HoursOfSessions sessions) : IReportQuery
{
    private static readonly ReportColumn Attended = new("StaffHours", CellKind.Minutes);
    private static readonly ReportColumn Exchange = new("ExchangeHours", CellKind.Minutes);
    private static readonly ReportColumn Participations = new("Participations", CellKind.Count, Counts: true);
    private static readonly ReportColumn Certificates = new("Certificates", CellKind.Count, Counts: true);
    private static readonly ReportColumn NoShows = new("NoShows", CellKind.Count, Counts: true);
    private static readonly ReportColumn Persons = new("Persons", CellKind.Count, Counts: true);
    private static readonly ReportColumn Staff = new("Staff", CellKind.Count, Counts: true);
    private static readonly ReportColumn Fte = new("Fte", CellKind.Number);
    private static readonly ReportColumn HoursPerFte = new("HoursPerFte", CellKind.Number);
    private static readonly ReportColumn ShareTrained = new("ShareTrained", CellKind.Ratio);

    private static readonly string[] Drawn = [Attended.Key, Exchange.Key];

    private static readonly ReportColumn[] TimeRelease =
    [
        new("Granted", CellKind.Minutes), new("CarriedIn", CellKind.Minutes), new("Reserved", CellKind.Minutes), new("Used", CellKind.Minutes), new("Expired", CellKind.Minutes),
        new("Elsewhere", CellKind.Minutes), new("Balance", CellKind.Minutes),
    ];

    private static readonly ReportColumn[] OfPeople =
        [new("Label", CellKind.Text), new("Function", CellKind.Text), new("Level", CellKind.Count), Fte, .. TimeRelease, Attended, Exchange, Participations, Certificates, NoShows];

    private static readonly ReportColumn[] OfParts =
        [new("Label", CellKind.Text), Staff, Fte, Persons, Participations, Attended, Exchange, HoursPerFte, ShareTrained, Certificates, NoShows, .. TimeRelease];

    private static readonly ReportColumn[] OfCourses = [new("Label", CellKind.Text), Persons, Participations, Attended, Exchange, Certificates, NoShows];

    public string Id => "r8";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var lines = await hours.FindAsync(context, ct);
        var (down, across) = (Chosen(question.Rows, question), Chosen(question.Columns, question));
        if (down is null && (across is not null || question.IsPublished))
            (down, across) = (across ?? Dimension.Organisation, null);
        var table = (down, across) switch
        {
            (null, _) => ByPerson(lines),
            (var one, null) => By(one, lines, one.IsOfPeople ? [] : await sessions.FindAsync(context, lines, ct), question.To.Year),
            var (one, other) => Cross(one, other, await sessions.FindAsync(context, lines, ct), question),
        };
        var ofAllStaff = context.Reader.Funders.Count == 0;
        return Without(table, [.. question.IsOfSomeCourses ? TimeRelease : [], .. ofAllStaff ? [] : new[] { Staff, HoursPerFte, ShareTrained }]) with { Summary = SummaryOf(new(lines), question, ofAllStaff) };
    }

    private static ReportTable Without(ReportTable table, ReportColumn[] columns)
    {
        IReadOnlyList<T> Kept<T>(IReadOnlyList<T> cells) => [.. cells.Where((_, index) => !columns.Contains(table.Columns[index]))];
        return table with
        {
            Columns = Kept(table.Columns),
            Rows = [.. table.Rows.Select(row => row with { Cells = Kept(row.Cells) })],
            Total = table.Total is { } total ? Kept(total) : null,
        };
    }

    private static Dimension? Chosen(string? key, ReportQuestion question) =>
        Dimension.Find(key) is { } dimension && !(question.IsPublished && dimension == Dimension.Person) ? dimension : null;

    /// <summary>Person by person, after the sums by organisation where there are several.</summary>
    public static ReportTable ByPerson(IReadOnlyList<TrainingHoursLine> lines)
    {
        var organisations = lines.GroupBy(line => line.Who.OrganisationCode).ToList();
        var rows = new List<ReportRow>();
        if (organisations.Count > 1)
        {
            rows.AddRange(organisations.Select(of => new ReportRow(
                $"organisation:{of.Key}", new Word("Report_By_organisation"), [of.First().Who.Organisation, null, null, .. FiguresOf(new([.. of]))])));
        }

        rows.AddRange(lines.Select(line => new ReportRow(
            $"person:{line.Who.Person}:{line.Who.OrganisationCode}", line.Who.Organisation,
            [
                new PersonName(line.Who.Name), line.Who.Function, line.Who.Level, line.Who.Fte, line.Granted, line.CarriedIn, line.Reserved, line.Used, line.Expired, line.Elsewhere, line.Balance,
                line.Attended, line.Exchange, line.Participations, line.Certificates, line.NoShows,
            ])
        {
            IsSilent = !line.SaysSomething,
        }));
        return new ReportTable(OfPeople, rows, lines.Count == 0 ? null : [new Word("Report_Total"), null, null, .. FiguresOf(new(lines))])
        {
            Drawing = organisations.Count > 1 ? new("Label", Drawn, new Word("Report_By_organisation")) : new("Label", Drawn, By: new Word("Report_By_person")),
        };

        static IEnumerable<object?> FiguresOf(TrainingHoursTotals totals) =>
            [totals.Fte, .. TimeReleaseOf(totals), totals.Minutes, totals.ExchangeMinutes, totals.Participations, totals.Certificates, totals.NoShows];
    }

    // A part of the people has its staff and its time release; a part of the sessions has neither.
    private static ReportTable By(Dimension dimension, IReadOnlyList<TrainingHoursLine> lines, IReadOnlyList<SessionHours> sessions, int year)
    {
        var rows = dimension.IsOfPeople ? ByPeople() : BySessions();
        object?[]? total = lines.Count == 0 ? null : [new Word("Report_Total"), .. dimension.IsOfPeople ? OfStaff(new(lines)) : OfSessions(sessions)];
        return new ReportTable(dimension.IsOfPeople ? OfParts : OfCourses, [.. rows], total) { Drawing = new("Label", Drawn, By: new Word($"Report_By_{dimension.Key}")) };

        // People by their names, all else by its code.
        IEnumerable<ReportRow> ByPeople() => lines.GroupBy(line => dimension.OfPerson!(line.Who, year).Key)
            .OrderBy(part => dimension == Dimension.Person ? part.First().Who.SortName ?? part.First().Who.Name : part.Key, dimension == Dimension.Person ? StringComparer.InvariantCultureIgnoreCase : StringComparer.Ordinal)
            .ThenBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => RowOf(dimension.OfPerson!(part.First().Who, year), OfStaff(new([.. part]))) with { IsSilent = dimension == Dimension.Person && !part.Any(line => line.SaysSomething) });

        IEnumerable<ReportRow> BySessions() => sessions.GroupBy(one => dimension.OfSession!(one.Session).Key).OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => RowOf(dimension.OfSession!(part.First().Session), OfSessions([.. part])));

        ReportRow RowOf(DimensionValue value, IEnumerable<object?> figures) => new($"{dimension.Key}:{value.Key}", null, [value.Label, .. figures]);

        static IEnumerable<object?> OfStaff(TrainingHoursTotals totals) =>
        [
            totals.Staff, totals.Fte, totals.Persons, totals.Participations, totals.Minutes, totals.ExchangeMinutes, totals.HoursPerFte, totals.ShareOfStaffTrained, totals.Certificates,
            totals.NoShows, .. TimeReleaseOf(totals),
        ];

        static IEnumerable<object?> OfSessions(IReadOnlyList<SessionHours> part) =>
        [
            part.Where(one => one.Attended > 0).Select(one => one.Who.Person).Distinct().Count(), part.Count(one => one.Attended > 0), part.Sum(one => one.Attended),
            part.Sum(one => one.Exchange), part.Count(one => one.IsCertified), part.Count(one => one.IsNoShow),
        ];
    }

    // Minutes, which add up; participations where they are published, because minutes of one or two would tell of them.
    private static ReportTable Cross(Dimension down, Dimension across, IReadOnlyList<SessionHours> sessions, ReportQuestion question)
    {
        var year = question.To.Year;
        var (figure, cell, total) = question.IsPublished
            ? (some => some.Count(), CrossTables.Participations, CrossTables.AllParticipations)
            : ((Func<IEnumerable<SessionHours>, int>)(some => some.Sum(one => one.Attended)), new ReportColumn("CrossHours", CellKind.Minutes), Attended);
        return new CrossTable<SessionHours>(down, one => down.Of(one.Who, one.Session, year), one => across.Of(one.Who, one.Session, year), figure, cell, total)
            .Of([.. sessions.Where(one => one.Attended > 0)]);
    }

    private static IReadOnlyList<object?> TimeReleaseOf(TrainingHoursTotals totals) =>
        [totals.Granted, totals.CarriedIn, totals.Reserved, totals.Used, totals.Expired, totals.Elsewhere, totals.Balance];

    // A funder sees only those whom it pays: no share of the staff.
    private static IReadOnlyList<ReportFigure> SummaryOf(TrainingHoursTotals totals, ReportQuestion question, bool ofAllStaff) => totals.Staff + totals.Persons == 0 ? [] :
    [
        new(Persons, totals.Persons), new(Participations, totals.Participations), new(Attended, totals.Minutes),
        .. ofAllStaff ? [new ReportFigure(HoursPerFte, totals.HoursPerFte), new(ShareTrained, totals.ShareOfStaffTrained)] : Array.Empty<ReportFigure>(),
        new(new("Women", CellKind.Count, Counts: true), totals.PersonsOf(Gender.F)), new(new("Men", CellKind.Count, Counts: true), totals.PersonsOf(Gender.M)),
        new(new("GenderX", CellKind.Count, Counts: true), totals.PersonsOf(Gender.X)), new(new("GenderNotStated", CellKind.Count, Counts: true), totals.PersonsOf(Gender.NotStated)),
        .. question.IsOfSomeCourses ? [] : new[] { new ReportFigure(new("BalanceYear", CellKind.Text), question.To.Year.ToString(CultureInfo.InvariantCulture)) },
    ];
}
