using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

/// <summary>Paid educational leave: the quarter of a course of six lesson periods, 300 minutes on one day of November.</summary>
public class EducationalLeaveReportTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);
    private static readonly TimeOnly End = new(15, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Keeps_the_right_at_ten_percent_unjustified_and_loses_it_one_minute_later(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var rows = await RowsAsync(school, (Left: new(14, 30), AbsenceKind.Unjustified), (Left: new(14, 29), AbsenceKind.Unjustified), (Left: new(14, 0), AbsenceKind.Justified));

        rows.Select(row => row.Cells[13]).ShouldBe([new Word("Report_Right_Met"), new Word("Report_Right_NotMet"), new Word("Report_Right_Met")]);
        rows[0].Cells[6..13].ShouldBe(["2026-2027", "2026-Q4", 6.00m, 5.40m, 0m, 0.60m, 0.1m]);
        rows[2].Cells[8..13].ShouldBe([6.00m, 4.80m, 1.20m, 0m, 0m]);
        rows[0].Cells[14..].ShouldBe([0, 270, 0]);
    }

    [Theory, BothDatabases]
    public async Task Leaves_the_right_open_while_an_absence_is_not_decided_on(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);

        var row = (await RowsAsync(school, (Left: new(14, 0), AbsenceKind.Pending))).ShouldHaveSingleItem();

        row.Cells[13].ShouldBe(new Word("Report_Right_Undecided"));
    }

    // One person for each, who left at a time and whose absence was decided on in a way.
    private static async Task<IReadOnlyList<(string Key, object?[] Cells)>> RowsAsync(TestSchool school, params (TimeOnly Left, AbsenceKind Kind)[] people)
    {
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var session = await taught.SessionAsync("S1", 300, Monday, policy: AttendancePolicyKind.PelQuarter);
        var other = await taught.SessionAsync("S2", 300, Monday, room: "Salle 2");
        var seen = new List<(EnrolmentId Enrolment, Presence Presence)>();
        foreach (var (i, one) in people.Index())
            seen.Add((await taught.EnrolAsync(session, employer, await taught.PersonAsync(employer, "ABC"[i] + "line")), new Presence(Absent: false, Left: one.Left)));
        var elsewhere = await taught.EnrolAsync(other, employer, await taught.PersonAsync(employer, "Zoé"));
        await taught.TeachAsync(session, [.. seen]);
        await taught.TeachAsync(other, (elsewhere, Presence.Throughout));
        await taught.SealAsync(session);
        await taught.SealAsync(other);
        foreach (var (i, one) in people.Index().Where(one => one.Item.Kind != AbsenceKind.Pending))
            await taught.RuleAsync(seen[i].Enrolment, Monday, one.Kind, new TimeInterval(one.Left, End));

        var report = await school.DoAsync((ReportDesk desk) => desk.RunAsync(new ReportQuestion("r6", new(2026, 1, 1), new(2026, 12, 31)), "Manager", Ct));
        return [.. report.Table.Rows.Select(row => (row.Key, row.Cells.ToArray()))];
    }
}
