using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;

namespace Training.Reports.StaffTime;

/// <summary>
/// Whether staff get the time for training: hours per full-time equivalent and the share of staff trained, by what the post requires and who
/// pays it, and where the employer refused a course for lack of time.
/// </summary>
public sealed class StaffTimeQuery(TrainingDbContext db, OfficeClock clock, ReportDesk desk, TrainingHoursQuery hours)
{
    public const string Id = "staff-time";

    private static readonly ReportColumn[] Columns =
    [
        new("Label", CellKind.Text), new("Staff", CellKind.Count, Counts: true), new("Fte", CellKind.Number), new("StaffHours", CellKind.Minutes), new("HoursPerFte", CellKind.Number),
        new("StaffTrained", CellKind.Count, Counts: true), new("ShareTrained", CellKind.Ratio), new("NoTime", CellKind.Count, Counts: true),
    ];

    public sealed record Request(ReportQuestion Question, Reader Reader, string Author);

    /// <summary>A course that an employer refused because the person could not be spared.</summary>
    private sealed record Refused(int? Level, FundingStatus Funding, string OrganisationCode, LocalizedText Organisation, string CourseCode, LocalizedText Course);

    public Task<Report> HandleAsync(Request request, CancellationToken ct)
    {
        var context = new ReportContext(request.Question, request.Reader, desk.Now);
        return desk.MakeAsync(context, () => FindAsync(context, ct), request.Author, ct);
    }

    private async Task<ReportTable> FindAsync(ReportContext context, CancellationToken ct)
    {
        var found = await hours.FindAsync(context, ct);
        var refused = await RefusedAsync(context, ct);
        var rows = new List<ReportRow>(
        [
            .. By<int?>("level", line => line.Who.Level, refusal => refusal.Level, LevelOf, level => CodeOf(level)),
            .. By("funding", line => line.Who.Funding!.Value, refusal => refusal.Funding, funding => new Word($"StaffTime_Funding_{funding}"), funding => $"{funding:d}"),
            .. By<(int? Level, FundingStatus Funding)>("post", line => (line.Who.Level, line.Who.Funding!.Value), refusal => (refusal.Level, refusal.Funding),
                post => new object[] { LevelOf(post.Level), new Word($"StaffTime_Funding_{post.Funding}") }, post => $"{CodeOf(post.Level)}/{post.Funding:d}"),
            .. By<(string Code, LocalizedText Name)>("organisation", line => (line.Who.OrganisationCode, line.Who.Organisation), refusal => (refusal.OrganisationCode, refusal.Organisation), employer => employer.Name, employer => employer.Code),
            .. refused.GroupBy(refusal => refusal.CourseCode).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).Select(group =>
                new ReportRow($"course:{group.Key}", new Word("StaffTime_By_course"), [group.First().Course, null, null, null, null, null, null, group.Count()])),
        ]);

        return new ReportTable(Columns, rows, rows.Count == 0 ? null : Line(new Word("Report_Total"), found, refused.Count));

        IEnumerable<ReportRow> By<T>(string key, Func<TrainingHoursLine, T> ofLine, Func<Refused, T> ofRefusal, Func<T, object> label, Func<T, string> code)
        {
            var (lines, refusals) = (found.ToLookup(line => code(ofLine(line))), refused.ToLookup(refusal => code(ofRefusal(refusal))));
            return found.Select(ofLine).Concat(refused.Select(ofRefusal)).DistinctBy(code).OrderBy(code, StringComparer.Ordinal).Select(value => new ReportRow(
                $"{key}:{code(value)}", new Word($"StaffTime_By_{key}"), Line(label(value), [.. lines[code(value)]], refusals[code(value)].Count())));
        }
    }

    private async Task<IReadOnlyList<Refused>> RefusedAsync(ReportContext context, CancellationToken ct)
    {
        var (filter, reader, cutOff) = (context.Question, context.Reader, context.CutOff);
        var (first, until) = (clock.MomentOf(filter.From, TimeOnly.MinValue), clock.MomentOf(filter.To.AddDays(1), TimeOnly.MinValue));
        return await (
            from step in db.EnrolmentTransitions
            where step.To == EnrolmentStatus.EmployerRefused && step.Cause == StepCause.NoTime && step.RecordedAt >= first && step.RecordedAt < until && step.RecordedAt <= cutOff
            join enrolment in db.Enrolments on step.EnrolmentId equals enrolment.Id
            join employment in db.Employments on enrolment.EmploymentId equals employment.Id
            join employer in db.Organisations on enrolment.OrganisationId equals employer.Id
            join session in db.Sessions on enrolment.SessionId equals session.Id
            join version in db.CourseVersions on session.CourseVersionId equals version.Id
            join course in db.Courses on version.CourseId equals course.Id
            where reader.SeesEverything || reader.Organisations.Contains(employer.Id)
            where filter.Organisation == null || employer.Code == filter.Organisation
            where filter.Funder == null || version.FunderCode == filter.Funder
            where filter.Theme == null || version.Themes.Any(theme => theme.ThemeCode == filter.Theme)
            select new Refused(employment.RequiredLevel, employment.FundingStatus, employer.Code, employer.Name, course.Code, version.Title)).ToListAsync(ct);
    }

    private static IReadOnlyList<object?> Line(object label, IReadOnlyList<TrainingHoursLine> lines, int noTime)
    {
        var totals = new TrainingHoursTotals(lines);
        return [label, totals.Staff, totals.Fte, totals.Minutes, totals.HoursPerFte, totals.StaffTrained, totals.ShareOfStaffTrained, noTime];
    }

    private static string CodeOf(int? level) => level is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known}") : "-";

    private static Word LevelOf(int? level) => new(level is { } known ? $"Geco_Level_{known}" : "Report_NotStated");
}
