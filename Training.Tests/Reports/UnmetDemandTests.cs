using System.Text;
using Shouldly;
using Training.Domain;
using Training.Domain.Courses.Search;
using Training.Domain.Enrolments;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

/// <summary>R11 of the domain guide.</summary>
public class UnmetDemandTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Counts_who_was_refused_for_lack_of_time_apart_from_other_refusals_in_the_year_of_the_request(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (session, employer) = (await taught.SessionAsync("S-1", 360, new(2027, 3, 8)), await taught.OrganisationAsync("ORG-1", "Association"));
        foreach (var (name, cause) in new[] { ("Anna", StepCause.NoTime), ("Bert", StepCause.NoTime), ("Carl", StepCause.NoBudget) })
        {
            var person = await taught.PersonAsync(employer, name);
            var asked = (await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person.Id)]), Ct))).Single().Outcome.Value;
            (await school.DoAsync((DecideRequest use) => use.HandleAsync(new(asked, Approve: false, null, Reader.WholeSchool, cause), Ct))).IsRefused.ShouldBeFalse();
        }

        (await RunAsync(school, 2027)).Table.Rows.ShouldBeEmpty("the session is of that year; nothing was asked in it");
        var report = await RunAsync(school, 2026);

        Cell(report, report.Table.Total!, "Refused").ShouldBe(3);
        Cell(report, report.Table.Total!, "RefusedNoTime").ShouldBe(2);
        var level = report.Table.Rows.Single(row => row.Key.StartsWith("level:", StringComparison.Ordinal));
        (level.Cells[0], Cell(report, level.Cells, "RefusedNoTime")).ShouldBe((new Word("Report_Level_4"), 2));
    }

    [Theory, BothDatabases]
    public async Task Never_tells_what_an_employer_wrote_about_somebody(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (session, employer) = (await taught.SessionAsync("S-1", 360, new(2027, 3, 8)), await taught.OrganisationAsync("ORG-1", "Association"));
        foreach (var number in Enumerable.Range(1, 6))
        {
            var person = await taught.PersonAsync(employer, $"P{number}");
            var asked = (await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session.Id, employer.Id, [new(person.Id)]), Ct))).Single().Outcome.Value;
            var cause = number == 1 ? StepCause.OtherReason : StepCause.NoBudget;
            (await school.DoAsync((DecideRequest use) => use.HandleAsync(new(asked, Approve: false, "Is on sick leave", Reader.WholeSchool, cause), Ct))).IsRefused.ShouldBeFalse();
        }

        foreach (var (isPublished, causes) in new[] { (false, new[] { "NoBudget", "OtherReason" }), (true, ["NoBudget"]) })
        {
            var report = await RunAsync(school, 2026, isPublished);
            Cell(report, report.Table.Rows[0].Cells, "RefusedWhy").ShouldBe(causes.Select(cause => new Word($"Report_Refusal_{cause}")).ToList());
            foreach (var words in new[] { Wording.In("fr"), Wording.In("nl") })
            {
                var left = Encoding.UTF8.GetString(ReportCsv.Write(report, words)) + PdfReading.TextOf(ReportPdf.Write(report, words, "School"))
                    + string.Concat(WorkbookReading.SheetsOf(ReportExcel.Write(report, words)).Values.SelectMany(rows => rows.SelectMany(row => row)));
                left.ShouldContain(words["Report_Refusal_NoBudget"]);
                left.ShouldNotContain("sick");
            }
        }
    }

    [Theory, BothDatabases]
    public async Task Tells_what_was_searched_and_not_found_on_days_that_are_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        school.Clock.SetOfficeTime(new(2027, 3, 8), new(10, 0));
        foreach (var words in new[] { "langue des signes", "signes langue", "yoga" })
            await school.Services.DoAsync<CountSearchMiss>(use => use.HandleAsync(new(words, "fr"), Ct));
        (await RunAsync(school, 2027)).Table.Rows.ShouldBeEmpty("the day is not over");

        school.Clock.SetOfficeTime(new(2027, 3, 9), new(10, 0));
        var report = await RunAsync(school, 2027);

        report.Table.Rows.Select(row => ((string)row.Cells[0]!, Cell(report, row.Cells, "Searches"))).ShouldBe([("langue signes (fr)", 2), ("yoga (fr)", 1)]);
        report.Table.Total.ShouldBeNull();
    }

    private static Task<Report> RunAsync(TestSchool school, int year, bool isPublished = false) =>
        school.DoAsync((ReportDesk desk) => desk.RunAsync(new ReportQuestion("r11", new(year, 1, 1), new(year, 12, 31), IsPublished: isPublished), "Manager", Ct));

    private static object? Cell(Report report, IReadOnlyList<object?> cells, string column) => cells[report.Table.Columns.Index().First(one => one.Item.Key == column).Index];
}
