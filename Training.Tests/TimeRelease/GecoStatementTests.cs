using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.People;
using Training.Domain.Time;
using Training.Reports.GecoStatements;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

public class GecoStatementTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    private static readonly DateOnly December = new(2026, 12, 1);

    [Theory, BothDatabases]
    public async Task Say_the_same_as_the_ledger_on_paper_in_the_workbook_and_in_the_flat_file(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = await MixedDayAsync(school);

        var statement = await MonthAsync(school, December);

        var line = statement.Lines.ShouldHaveSingleItem();
        (line.Post, line.Occupant, line.Scheduled, line.Attended, line.Justified, line.Unjustified, line.Used, line.Balance, line.VacancyDays)
            .ShouldBe(("ACS-1", "Ana Test", 360, 290, 30, 40, 330, 1950, 0));
        var account = await school.ReadAsync(db => db.TimeReleaseAccounts.SingleAsync(a => a.PersonId == person, Ct));
        (line.Used, line.Balance).ShouldBe((account.ConsumedMinutes, account.AvailableMinutes));

        var paper = PdfReading.TextOf(StatementPdf.Write(statement, Wording.In("nl"), "School"));
        paper.ShouldContain("5:30");
        paper.ShouldContain("32:30");
        paper.ShouldContain("Regel van de werkgever", Case.Insensitive);
        var cells = WorkbookReading.SheetsOf(StatementExcel.Write(statement, Wording.In("fr")))["R1a"][1];
        cells.Skip(6).Select(cell => Convert.ToInt32(cell, CultureInfo.InvariantCulture)).ShouldBe([360, 290, 30, 40, 330, 1950, 0]);
        System.Text.Encoding.UTF8.GetString(StatementCsv.Write(statement, Wording.In("fr"))).ShouldContain(";360;290;30;40;330;1950;0");
        StatementPdf.Write(statement, Wording.In("fr"), "School").ShouldBe(StatementPdf.Write(await MonthAsync(school, December), Wording.In("fr"), "School"));
    }

    [Theory, BothDatabases]
    public async Task Name_a_late_correction_in_the_next_month_and_leave_the_earlier_one_as_it_was(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await MixedDayAsync(school);
        school.Clock.SetOfficeTime("2027-01-15 10:00");
        var before = await MonthAsync(school, December);

        await RuleAsync(school, AbsenceKind.Justified, "15:20-16:00");

        (await MonthAsync(school, December)).Digest.ShouldBe(before.Digest);
        var january = await MonthAsync(school, new(2027, 1, 1));
        var correction = january.Corrections.ShouldHaveSingleItem();
        (correction.Person, correction.Post, correction.Session, correction.Day, correction.ChangeMinutes, correction.RecordedOn)
            .ShouldBe(("Ana Test", "ACS-1", "S-1", new DateOnly(2026, 12, 7), -40, new DateOnly(2027, 1, 15)));
        PdfReading.TextOf(StatementPdf.Write(january, Wording.In("fr"), "École")).ShouldContain("−0:40");
    }

    [Theory, BothDatabases]
    public async Task Count_the_days_of_a_month_on_which_a_post_stood_empty(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var employer = await new TaughtSchool(school, Ct).OrganisationAsync("ORG-1", "Association");
        var person = new Person(new PersonFacts("Ana", "Test", null, CorrespondenceLanguage.Fr, Gender.F, null, 2));
        var held = new Employment(person.Id, employer.Id, new EmploymentTerms("FUN-SW", 1, FundingStatus.GecoAssociation, StaffCategory.Private, 1, "P-7", new(2020, 1, 1)));
        var moved = held.ChangeTo(held.Terms with { FundingStatus = FundingStatus.NotGeco, PostReference = null, Start = new(2026, 11, 11) });
        await school.SaveAsync(person, held, moved);

        (await MonthAsync(school, new(2026, 11, 1))).Lines.ShouldHaveSingleItem().VacancyDays.ShouldBe(20);
        var vacant = (await MonthAsync(school, December)).Lines.ShouldHaveSingleItem();
        (vacant.Post, vacant.Occupant, vacant.RequiredLevel, vacant.VacancyDays).ShouldBe(("P-7", null, 1, 31));
    }

    [Theory, BothDatabases]
    public async Task List_what_each_worker_followed_with_the_certificate(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await MixedDayAsync(school);
        var session = await school.ReadAsync(db => db.Sessions.Select(s => s.Id).SingleAsync(Ct));
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(session), Ct));

        var record = await YearAsync(school, 2026);

        var line = record.Lines.ShouldHaveSingleItem();
        (line.Person, line.Post, line.Course.Fr, line.Attended, line.From, line.RequiredLevel, line.LevelHeld).ShouldBe(
            ("Ana Test", "ACS-1", "Cours S-1", 290, new DateOnly(2026, 12, 7), 4, 4));
        line.Certificate.ShouldNotBeNull().ShouldStartWith("TEST-2026-");
        PdfReading.TextOf(StatementPdf.Write(record, Wording.In("nl"), "School")).ShouldContain(line.Certificate);
    }

    [Theory, BothDatabases]
    public async Task Belong_to_the_employer_alone(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");

        (await officer.PageAsync("/fr/reports/r1a?month=2026-11")).QuerySelector("h1")!.TextContent.ShouldContain("R1a");
        foreach (var address in new[] { "/fr/reports/r1a?organisation=ASBL-02", "/fr/reports/r1b.pdf?organisation=ASBL-02", "/nl/cockpit?organisation=ASBL-02", "/nl/cockpit/year.zip?organisation=ASBL-02" })
        {
            using var answer = await officer.GetAsync(new Uri(address, UriKind.Relative), Ct);
            answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, address);
        }
    }

    [Theory, BothDatabases]
    public async Task Come_with_the_certificates_in_the_file_of_the_year(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");

        var page = await officer.PageAsync("/fr/cockpit?month=2026-11");
        using var zip = new ZipArchive(await officer.GetStreamAsync(new Uri("/fr/cockpit/year.zip?year=2026", UriKind.Relative), Ct));

        page.QuerySelectorAll(".month li").Length.ShouldBe(30);
        page.QuerySelectorAll(".table tbody tr").Length.ShouldBeGreaterThan(3);
        var names = zip.Entries.Select(entry => entry.FullName).ToList();
        names.ShouldContain("R1a/R1a-2026-11.pdf");
        names.ShouldContain("R1b-2026.xlsx");
        names.Count(name => name.StartsWith("certificates/", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    // The day of the worked example: 360 planned, 290 attended, 30 with a reason, 40 without.
    private static async Task<PersonId> MixedDayAsync(TestSchool school)
    {
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));
        var enrolment = await taught.EnrolAsync(session, employer, person);
        await taught.TeachAsync(session, (enrolment, new Presence(Absent: false, Left: new TimeOnly(14, 50))));
        await RuleAsync(school, AbsenceKind.Justified, "14:50-15:20");
        await RuleAsync(school, AbsenceKind.Unjustified, "15:20-16:00");
        await taught.SealAsync(session);
        return person.Id;
    }

    private static async Task RuleAsync(TestSchool school, AbsenceKind kind, string hours)
    {
        var enrolment = await school.ReadAsync(db => db.Enrolments.Select(e => e.Id).SingleAsync(Ct));
        await new TaughtSchool(school, Ct).RuleAsync(enrolment, new(2026, 12, 7), kind, TimeInterval.Parse(hours));
    }

    private static async Task<Statement<PostMonth>> MonthAsync(TestSchool school, DateOnly month)
    {
        await using var scope = school.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<PostMonthQuery>(scope.ServiceProvider).HandleAsync(new("ORG-1", month, Reader.WholeSchool, "tester"), Ct);
    }

    private static async Task<Statement<WorkerCourse>> YearAsync(TestSchool school, int year)
    {
        await using var scope = school.Services.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<WorkerCourseQuery>(scope.ServiceProvider).HandleAsync(new("ORG-1", year, Reader.WholeSchool, "tester"), Ct);
    }
}
