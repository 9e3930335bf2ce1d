using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Reports.Reporting;
using Training.Reports.StaffTime;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

public class StaffTimeTests
{
    private static readonly ReportQuestion Year = new(StaffTimeQuery.Id, new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Gives_hours_per_full_time_equivalent_and_the_share_trained_by_level_and_funding(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var (low, high) = (await taught.PersonAsync(employer, "Ana", 0.8m), await taught.PersonAsync(employer, "Bert"));
        await taught.PersonAsync(employer, "Chloé", 0.5m);
        await school.ReadAsync(db => db.Employments.Where(e => e.PersonId == low.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.RequiredLevel, 1), Ct));
        await school.ReadAsync(db => db.Employments.Where(e => e.PersonId == high.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.FundingStatus, FundingStatus.NotGeco), Ct));
        await TeachAsync(taught, employer, low, "S-1", 400);
        await TeachAsync(taught, employer, high, "S-2", 290);

        var report = await AskAsync(school, Reader.WholeSchool);

        // 690 minutes of 2.3 full-time equivalents are five hours each; two of three people.
        Figures(report.Table.Total!).ShouldBe((3, 2.3m, 690, 5m, 2, 0.667m, 0));
        Figures(Row(report, "level:1")).ShouldBe((1, 0.8m, 400, 8.33m, 1, 1m, 0));
        Figures(Row(report, "level:4")).ShouldBe((2, 1.5m, 290, 3.22m, 1, 0.5m, 0));
        Figures(Row(report, $"funding:{FundingStatus.NotGeco:d}")).ShouldBe((1, 1m, 290, 4.83m, 1, 1m, 0));
        Figures(Row(report, $"post:4/{FundingStatus.GecoAssociation:d}")).ShouldBe((1, 0.5m, 0, 0m, 0, 0m, 0));
        ReportExcel.Write(report, Wording.In("nl")).ShouldNotBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Says_where_no_time_refused_a_course_and_no_other_reason(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (mine, other) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Autre"));
        var (ana, bert, stranger) = (await taught.PersonAsync(mine, "Ana"), await taught.PersonAsync(mine, "Bert"), await taught.PersonAsync(other, "Chloé"));
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));
        await RefuseAsync(school, session.Id, mine, ana, StepCause.NoTime);
        await RefuseAsync(school, session.Id, mine, bert, StepCause.NoBudget);
        await RefuseAsync(school, session.Id, other, stranger, StepCause.NoTime);

        var all = await AskAsync(school, Reader.WholeSchool);
        var own = await AskAsync(school, new Reader { Organisations = [mine.Id] });

        (all.Table.Total![7], Row(all, "course:C-S-1")[7], Row(all, "organisation:ORG-2")[7]).ShouldBe((2, 2, 1));
        (own.Table.Total![7], Row(own, "course:C-S-1")[7], Row(own, "level:4")[7]).ShouldBe((1, 1, 1));
        own.Table.Rows.ShouldNotContain(row => row.Key == "organisation:ORG-2");
        (await AskAsync(school, Reader.WholeSchool, Year with { To = new(2026, 1, 31) })).Table.Total![7].ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Stands_on_a_page_with_its_table_for_the_manager_and_for_an_employer_of_its_own_staff(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await (await app.ClientForAsync("manager")).PageAsync("/nl/reports/staff-time?from=2026-01-01&to=2026-12-31");
        var officer = await app.ClientForAsync("officer");
        var own = await officer.PageAsync("/fr/reports/staff-time?from=2026-01-01&to=2026-12-31");
        using var elsewhere = await officer.GetAsync(new Uri("/fr/reports/staff-time.csv?organisation=ASBL-02", UriKind.Relative), Ct);

        manager.QuerySelector("h1")!.TextContent.ShouldBe("Tijd voor opleiding");
        manager.QuerySelector("main strong")!.TextContent.ShouldContain("uren per voltijdequivalent");
        manager.QuerySelector("main table")!.TextContent.ShouldContain("Volgens het vereiste niveau");
        manager.QuerySelector("main table")!.TextContent.ShouldContain("Steunpunt Marolles");
        own.QuerySelector("main table")!.TextContent.ShouldContain("Passerelle Canal");
        own.QuerySelector("main table")!.TextContent.ShouldNotContain("Relais Marolles");
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task TeachAsync(TaughtSchool taught, Organisation employer, Person person, string code, int minutes)
    {
        var session = await taught.SessionAsync(code, minutes, new(2026, 12, code == "S-1" ? 7 : 8));
        var enrolment = await taught.EnrolAsync(session, employer, person);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);
    }

    private static async Task RefuseAsync(TestSchool school, Training.Domain.Sessions.SessionId session, Organisation employer, Person person, StepCause cause)
    {
        var asked = (await school.DoAsync((EnrolColleagues use) => use.HandleAsync(new(session, employer.Id, [new(person.Id)]), Ct))).Single().Outcome;
        (await school.DoAsync((DecideRequest use) => use.HandleAsync(new(asked.Value, Approve: false, null, Reader.WholeSchool, cause), Ct))).IsRefused.ShouldBeFalse();
    }

    private static Task<Report> AskAsync(TestSchool school, Reader reader, ReportQuestion? question = null) =>
        school.DoAsync((StaffTimeQuery use) => use.HandleAsync(new(question ?? Year, reader, "tester"), Ct));

    private static IReadOnlyList<object?> Row(Report report, string key) => report.Table.Rows.Single(row => row.Key == key).Cells;

    private static (int, decimal, int, decimal, int, decimal, int) Figures(IReadOnlyList<object?> cells) =>
        ((int)cells[1]!, (decimal)cells[2]!, (int)cells[3]!, (decimal)cells[4]!, (int)cells[5]!, (decimal)cells[6]!, (int)cells[7]!);
}
