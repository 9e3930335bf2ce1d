using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Policies;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Parameters;
using Training.Domain.Persistence;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;

namespace Training.Reports.FunderReports;

/// <summary>
/// R6: paid educational leave in Brussels, one line for each enrolment and quarter. It counts lesson periods of fifty minutes and says whether
/// the right to leave is kept; the minutes of each month are what the employer's individual record asks for. The end of August and the beginning
/// of September lie in one quarter and two school years, and so on two lines.
/// </summary>
public sealed class EducationalLeaveReport(TrainingDbContext db, Participations participations) : IReportQuery
{
    private const int FirstMonthOfSchoolYear = 9;

    private static readonly ReportColumn[] All =
    [
        new("Worker", CellKind.Text), new("Organisation", CellKind.Text), new("Course", CellKind.Text), new("SessionCode", CellKind.Text), new("LeaveCategory", CellKind.Text),
        new("Recognition", CellKind.Text), new("SchoolYear", CellKind.Text), new("Quarter", CellKind.Text), new("ScheduledPeriods", CellKind.Number), new("AttendedPeriods", CellKind.Number),
        new("JustifiedPeriods", CellKind.Number), new("UnjustifiedPeriods", CellKind.Number), new("UnjustifiedRate", CellKind.Ratio), new("RightKept", CellKind.Text),
        new("FirstMonth", CellKind.Minutes), new("SecondMonth", CellKind.Minutes), new("ThirdMonth", CellKind.Minutes),
    ];

    private readonly record struct Part(int SchoolYear, Quarter Quarter) : IComparable<Part>
    {
        public static Part Of(DateOnly day) => new(day.Month >= FirstMonthOfSchoolYear ? day.Year : day.Year - 1, new Quarter(day));

        public DateOnly FirstDayOfSchoolYear => new(SchoolYear, FirstMonthOfSchoolYear, 1);

        public int CompareTo(Part other) => (SchoolYear, Quarter.First).CompareTo((other.SchoolYear, other.Quarter.First));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SchoolYear}-{SchoolYear + 1}");
    }

    private sealed record Day(DateOnly Date, AttendedMinutes Minutes);

    public string Id => "r6";

    public async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var question = context.Question;
        var recognised = await (
            from session in db.Sessions
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            where version.Policy == AttendancePolicyKind.PelQuarter
            select new { session.Id, version.LessonPeriodMinutes }).ToDictionaryAsync(s => s.Id, s => s.LessonPeriodMinutes, ct);
        var facts = await TrainingHoursFacts.OfAsync(db, context, ct);
        var rulings = (await facts.Rulings.AsNoTracking().ToListAsync(ct)).ToLookup(ruling => (ruling.EnrolmentId, ruling.Date));
        var days = (await facts.Marks.ToListAsync(ct)).ToLookup(
            mark => mark.EnrolmentId, mark => new Day(mark.Date, AttendedMinutes.Of(mark.SlotMinutes, mark.Gaps, rulings[(mark.EnrolmentId, mark.Date)])));
        var parameters = await db.ParameterBookAsync(ct);

        var all = (await participations.FindAsync(context, ct)).Where(one => recognised.ContainsKey(one.Session.Id)).ToList();
        var lines =
            from one in all
            from part in days[one.Enrolment].GroupBy(day => Part.Of(day.Date))
            orderby one.Who.OrganisationCode, one.Who.Name, one.Session.FirstDay, one.Enrolment.Value, part.Key
            select (one, part.Key, Days: part.ToList());
        var found = lines.ToList();
        var rows = found.ConvertAll(line => RowOf(line.one, line.Key, line.Days, recognised[line.one.Session.Id], parameters));
        return new ReportTable(All, rows, rows.Count == 0 ? null : TotalOf(rows)) { Basis = ReportBasis.Of(all) };
    }

    private static ReportRow RowOf(Participation one, Part part, List<Day> days, int? lessonPeriod, ParameterBook parameters)
    {
        var minutes = days.Aggregate(default(AttendedMinutes), (sum, day) => sum + day.Minutes);
        var period = lessonPeriod ?? parameters.Number(ParameterKeys.PelLessonPeriodMinutes, part.FirstDayOfSchoolYear);
        var rule = new PelQuarter(parameters.Fraction(ParameterKeys.PelUnjustifiedMaxRatio, part.FirstDayOfSchoolYear));
        int Attended(int month) => days.Where(day => day.Date.Month == part.Quarter.First.Month + month).Sum(day => day.Minutes.Attended);
        decimal Periods(int of) => decimal.Round((decimal)of / period, 2);
        return new ReportRow(
            $"{one.Enrolment.Value}:{part}:{part.Quarter}", null,
            [
                new PersonName(one.Who.Name), one.Who.Organisation, one.Session.Course, one.Session.Code, null, null, part.ToString(), part.Quarter.ToString(),
                Periods(minutes.Scheduled), Periods(minutes.Attended), Periods(minutes.Justified), Periods(minutes.Unjustified),
                (decimal)minutes.Unjustified / minutes.Scheduled, new Word($"Report_Right_{rule.Judge(minutes)}"), Attended(0), Attended(1), Attended(2),
            ]);
    }

    private static object?[] TotalOf(List<ReportRow> rows) =>
    [
        .. All.Select((column, index) => (object?)(index == 0 ? new Word("Report_Total") : column.Kind switch
        {
            CellKind.Number => rows.Sum(row => (decimal)row.Cells[index]!),
            CellKind.Minutes => rows.Sum(row => (int)row.Cells[index]!),
            _ => null,
        })),
    ];
}
