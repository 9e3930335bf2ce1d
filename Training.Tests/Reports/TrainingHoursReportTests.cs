using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

/// <summary>R8 as a run that stays what it was, by person and by every dimension.</summary>
public class TrainingHoursReportTests
{
    private static readonly ReportQuestion Year = new("r8", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Gives_the_worked_aggregation_in_record_paper_workbook_and_flat_file_of_one_run(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var function = await school.ReadAsync(db => db.StaffFunctions.Where(f => f.Code == "FUN-SW").Select(f => f.Label).SingleAsync(Ct));

        var report = await RunAsync(school, Year);

        report.Run.ShouldBe(1);
        Of(report, report.Table.Total!, "StaffHours", "Participations", "NoShows", "Fte").ShouldBe([830, 3, 1, 2.3m]);
        report.Table.Summary.ToDictionary(figure => figure.Column.Key, figure => figure.Value).ShouldSatisfyAllConditions(
            figures => (figures["Persons"], figures["HoursPerFte"], figures["ShareTrained"], figures["Women"], figures["Men"]).ShouldBe((2, 6.01m, 0.667m, 1, 1)));
        foreach (var words in new[] { Wording.In("fr"), Wording.In("nl") })
        {
            var paper = PdfReading.TextOf(ReportPdf.Write(report, words, "School"));
            new[] { "Aline Test", "13:50", "9:00", words["Report_Run", 1], words.Number(6.01m), report.Digest }.Where(text => !paper.Contains(text, StringComparison.Ordinal)).ShouldBeEmpty();

            var sheets = WorkbookReading.SheetsOf(ReportExcel.Write(report, words));
            WorkbookReading.MinutesOf(ReportExcel.Write(report, words), "Bruno Test").ShouldBe(290);
            object? Parameter(string key) => sheets[words["Parameters_Sheet"]].Single(row => Equals(row[0], words[key]))[1];
            (Parameter("Report_From"), Parameter("Report_Column_HoursPerFte"), Parameter("Report_Lack_Unsealed")).ShouldBe((new DateTime(2026, 1, 1), 6.01, 0d));

            Encoding.UTF8.GetString(ReportCsv.Write(report, words)).Split("\r\n").Single(line => line.Contains("Bruno Test", StringComparison.Ordinal))
                .ShouldSatisfyAllConditions(line => line.ShouldContain($"Bruno Test;{words.Of(function)};4;"), line => line.ShouldEndWith(";2280;0;70;290;0;0;1920;290;0;1;0;0"));
        }
    }

    [Theory, BothDatabases]
    public async Task Stays_the_same_after_people_have_changed_and_says_what_has_changed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        school.Clock.SetOfficeTime("2026-12-05 10:00");
        var run = await RunAsync(school, Year);

        // A is called otherwise and is a man, B works half of the time, and one more is hired.
        school.Clock.SetOfficeTime("2026-12-06 10:00");
        await school.ReadAsync(async db =>
        {
            var (a, b) = (await db.People.SingleAsync(p => p.FirstName == "Aline", Ct), await db.People.SingleAsync(p => p.FirstName == "Bruno", Ct));
            a.Restate(new PersonFacts("Zoé", "Autre", a.Email, a.Language, Gender.M, a.YearOfBirth, a.LevelHeld));
            await db.Employments.Where(e => e.PersonId == b.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.FteFraction, 0.5m), Ct);
            return await db.SaveChangesAsync(Ct);
        });
        var employer = await school.ReadAsync(db => db.Organisations.SingleAsync(o => o.Code == "ASBL-X", Ct));
        await new TaughtSchool(school, Ct).PersonAsync(employer, "Dora");

        var (again, matches) = await school.DoAsync((ReportDesk desk) => desk.RecomputeAsync(run.Run!.Value, Ct));
        var changes = await school.DoAsync((ReportDesk desk) => desk.ChangesAsync(run.Run!.Value, Ct));

        (matches, again.Digest).ShouldBe((true, run.Digest));
        PdfReading.TextOf(ReportPdf.Write(again, Wording.In("fr"), "École")).ShouldContain("Aline Test");
        changes.Table.Rows.Where(row => row.Key.EndsWith("|Fte", StringComparison.Ordinal))
            .Select(row => (Cells.TextOf(row.Cells[0], Wording.In("fr")).Split(',')[0], ((Figure)row.Cells[3]!).Value, ((Figure)row.Cells[4]!).Value, ((Figure)row.Cells[5]!).Value))
            .ShouldBe([("Bruno Test", 1m, 0.5m, -0.5m), ("Dora Test", (object?)null, 1m, 1m), ("Total", 2.3m, 2.8m, 0.5m)], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Bears_one_digest_in_every_language_of_the_reader(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var runs = new List<int?>();
        foreach (var culture in new[] { "fr-BE", "nl-BE", "en-GB" })
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            runs.Add((await RunAsync(school, Year)).Run);
            (await school.DoAsync((ReportDesk desk) => desk.RecomputeAsync(1, Ct))).Matches.ShouldBeTrue(culture);
        }

        runs.ShouldBe([1, 1, 1]);
    }

    [Theory, BothDatabases]
    public async Task Adds_up_to_the_same_by_every_dimension_and_crossed_by_any_two(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (first, second) = await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(first), Ct));
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(second), Ct));

        foreach (var dimension in Dimension.WithNames)
        {
            var report = await FindAsync(school, Year with { Rows = dimension.Key });
            report.Table.Rows.ShouldNotBeEmpty(dimension.Key);
            var figures = report.Table.Rows.Select(row => Of(report, row.Cells, "StaffHours", "Participations", "Certificates", "NoShows").Select(figure => (int)figure!).ToArray()).ToList();
            Enumerable.Range(0, 4).Select(index => figures.Sum(row => row[index])).ShouldBe([830, 3, 3, 1], dimension.Key);

            var crossed = await FindAsync(school, Year with { Rows = dimension.Key, Columns = "course" });
            crossed.Table.Total!.Skip(1).ShouldBe([650, 180, 830], dimension.Key);
        }
    }

    [Theory, BothDatabases]
    public async Task Breaks_down_by_what_is_chosen_with_staff_and_time_release_where_people_are_divided(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var byFunder = await FindAsync(school, Year with { Rows = "funder" });
        byFunder.Table.Rows.Select(row => row.Key).ShouldBe(["funder:COCOF", "funder:VGC"]);
        byFunder.Table.Rows.Select(row => Of(byFunder, row.Cells, "StaffHours", "Persons", "Participations")).ShouldBe([[650, 2, 2], new object?[] { 180, 1, 1 }]);
        byFunder.Table.Columns.ShouldNotContain(column => column.Key == "Granted" || column.Key == "Fte", "courses have no staff");

        // A and C, 0.8 and 0.5, 540 minutes of A's.
        var bySex = await FindAsync(school, Year with { Rows = "sex" });
        Of(bySex, bySex.Table.Rows.Single(row => row.Key == "sex:1").Cells, "StaffHours", "Persons", "Staff", "Fte", "HoursPerFte", "ShareTrained").ShouldBe([540, 1, 2, 1.3m, 6.92m, 0.5m]);

        var crossed = await FindAsync(school, Year with { Rows = "theme", Columns = "sex" });
        crossed.Table.Rows.Select(row => row.Cells.Skip(1)).ShouldBe([new object?[] { 180, 0, 180 }, new object?[] { 360, 290, 650 }]);
        ReportExcel.Write(crossed, Wording.In("nl")).ShouldNotBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Puts_the_smallest_columns_together_where_a_page_has_no_room(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var session = await taught.SessionAsync("S1", 120, new(2026, 11, 30));
        var marks = new List<(EnrolmentId, Presence)>();
        for (var number = 0; number < 20; number++)
            marks.Add((await taught.EnrolAsync(session, employer, await taught.PersonAsync(employer, $"P{number:00}")), new Presence(Absent: false, Arrived: new TimeOnly(9, 0).AddMinutes(number * 5))));
        await taught.TeachAsync(session, [.. marks]);
        await taught.SealAsync(session);

        var twenty = await FindAsync(school, Year with { Rows = "course", Columns = "person" });
        twenty.Table.Columns.Count.ShouldBe(22, "as many as fit, a name and a total");

        var more = await taught.SessionAsync("S2", 60, new(2026, 12, 1));
        await taught.TeachAsync(more, (await taught.EnrolAsync(more, employer, await taught.PersonAsync(employer, "P20")), Presence.Throughout));
        await taught.SealAsync(more);

        // 120 minutes less five for each after the second, whose five are forgiven; the last two have 25 and 30, and the one of 60 stays apart.
        var crowded = (await FindAsync(school, Year with { Rows = "course", Columns = "person" })).Table;
        (crowded.Columns.Count, crowded.Columns[^2].Title).ShouldBe((22, new Word("Report_Others")));
        (crowded.Total![^2], crowded.Total[^1]).ShouldBe((55, 1515));
    }

    [Theory, BothDatabases]
    public async Task Is_narrowed_to_values_of_dimensions_and_says_to_which_by_name(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var aline = await school.ReadAsync(db => db.People.Where(p => p.FirstName == "Aline").Select(p => p.Id.Value).SingleAsync(Ct));

        async Task<object?> MinutesAsync(string only, string? rows = null)
        {
            var report = await FindAsync(school, Year with { Only = only, Rows = rows });
            return Of(report, report.Table.Total!, "StaffHours")[0];
        }

        (await MinutesAsync("sex:1")).ShouldBe(540);
        (await MinutesAsync("course:C-S2")).ShouldBe(180);
        (await MinutesAsync("course:C-S2;sex:2")).ShouldBe(0);
        var hers = await FindAsync(school, Year with { Only = $"person:{aline}", Rows = "course" });
        hers.Table.Rows.Select(row => row.Key).ShouldBe(["course:C-S1", "course:C-S2"]);
        PdfReading.TextOf(ReportPdf.Write(hers, Wording.In("fr"), "École")).ShouldContain("Personne: Aline Test");

        foreach (var unknown in new[] { "sex:9", "eyes:1", "theme:prevention", $"person:{Guid.Empty}", "course:none", "sex" })
            await Should.ThrowAsync<NotFoundException>(() => FindAsync(school, Year with { Only = unknown }), unknown);
    }

    [Theory, BothDatabases]
    public async Task Narrows_the_report_for_parliament_as_well(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var report = await FindAsync(school, Year with { Report = "r5", Only = "sex:2" });

        Of(report, report.Table.Total!, "Participations", "Persons", "StaffHours").ShouldBe([1, 1, 290]);
        report.Asked.ShouldBe([new ReportAsked("Report_Dimension_sex", new Word("Report_Gender_M"))]);
    }

    [Theory, BothDatabases]
    public async Task Names_nobody_when_it_is_published_and_hides_small_numbers(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        foreach (var question in new[] { Year, Year with { Rows = "person" }, Year with { Rows = "person", Columns = "course" }, Year with { Rows = "course", Columns = "person" } })
        {
            var report = await FindAsync(school, question with { IsPublished = true });
            var text = Encoding.UTF8.GetString(ReportCsv.Write(report, Wording.In("fr"))) + PdfReading.TextOf(ReportPdf.Write(report, Wording.In("fr"), "École"));
            new[] { "Aline", "Bruno", "Chloé" }.Where(name => text.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
            text.ShouldContain("<5");
            report.Table.Summary.ShouldAllBe(figure => figure.Column.Kind == CellKind.Text);
        }

        await Should.ThrowAsync<NotFoundException>(() => FindAsync(school, Year with { IsPublished = true, Only = $"person:{Guid.Empty}" }));
        var bySex = await FindAsync(school, Year with { IsPublished = true, Rows = "sex" });
        bySex.Table.Rows.SelectMany(row => Of(bySex, row.Cells, "StaffHours", "Fte", "ShareTrained", "Balance")).ShouldAllBe(figure => figure == null || figure is HiddenNumber, "one person's");
    }

    [Theory, BothDatabases]
    public async Task Shows_an_officer_their_own_staff_by_every_dimension(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var taught = new TaughtSchool(school, Ct);
        var other = await taught.OrganisationAsync("ASBL-Y", "Autre");
        await taught.PersonAsync(other, "Dora");
        var (officer, stranger) = (new Reader { Organisations = [other.Id] }, await school.ReadAsync(db => db.People.Where(p => p.FirstName == "Aline").Select(p => p.Id.Value).SingleAsync(Ct)));

        foreach (var dimension in Dimension.WithNames)
        {
            var own = await FindAsync(school, Year with { Rows = dimension.Key }, officer);
            Of(own, own.Table.Total!, "StaffHours", "Persons").ShouldBe([0, 0], dimension.Key);
            own.Table.Rows.Count.ShouldBe(dimension.IsOfPeople ? 1 : 0, dimension.Key);
            (await FindAsync(school, Year with { Rows = dimension.Key, Columns = "course" }, officer)).Table.Rows.ShouldBeEmpty(dimension.Key);
        }

        await Should.ThrowAsync<NotFoundException>(() => FindAsync(school, Year with { Only = $"person:{stranger}" }, officer));
        await Should.ThrowAsync<NotFoundException>(() => FindAsync(school, Year with { Only = $"person:{stranger}" }, Reader.WholeSchool with { HidesNames = true }));
    }

    [Theory, BothDatabases]
    public async Task Tells_a_funder_of_those_whom_it_pays_without_a_name_or_a_balance(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var funder = Reader.WholeSchool with { Funders = ["VGC"], HidesNames = true };

        var report = await FindAsync(school, Year with { Funder = "VGC" }, funder);

        var row = report.Table.Rows.ShouldHaveSingleItem("B and C followed nothing that it pays");
        row.Cells[0].ShouldBeOfType<PersonName>().Name.ShouldStartWith("P-");
        Of(report, row.Cells, "StaffHours", "Participations").ShouldBe([180, 1]);
        report.Table.Columns.ShouldNotContain(column => column.Key == "Balance");
        report.Table.Summary.ShouldNotContain(figure => figure.Column.Key == "ShareTrained");

        // Only those whom it pays are there: they are no staff of which a share could be told.
        var bySex = await FindAsync(school, Year with { Funder = "VGC", Rows = "sex" }, funder);
        bySex.Table.Columns.Select(column => column.Key).Intersect(["Staff", "HoursPerFte", "ShareTrained"]).ShouldBeEmpty();
        Of(bySex, bySex.Table.Total!, "Persons", "StaffHours").ShouldBe([1, 180]);
    }

    [Theory, BothDatabases]
    public async Task Says_nothing_of_time_release_where_some_courses_are_asked_for(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        foreach (var question in new[] { Year with { Theme = "prevention" }, Year with { Funder = "COCOF" }, Year with { Only = "course:C-S1" } })
        {
            var report = await FindAsync(school, question);
            Of(report, report.Table.Total!, "StaffHours", "Fte").ShouldBe([650, 2.3m]);
            report.Table.Columns.Select(column => column.Key).Intersect(["Granted", "CarriedIn", "Reserved", "Used", "Expired", "Elsewhere", "Balance"]).ShouldBeEmpty();
            report.Table.Rows.ShouldAllBe(row => row.Cells.Count == report.Table.Columns.Count);
        }
    }

    [Theory, BothDatabases]
    public async Task Tells_what_was_carried_in_and_what_expired_apart_from_what_was_granted(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await school.ReadAsync(async db =>
        {
            var account = await db.TimeReleaseAccounts.Include(a => a.Entries).SingleAsync(a => db.People.Any(p => p.Id == a.PersonId && p.FirstName == "Bruno"), Ct);
            var cause = new LedgerCauseOf(LedgerCause.YearClosed, account.Id.Value, null, "tester", school.Clock.GetUtcNow());
            account.CarryIn(100, cause);
            account.Expire(40, cause);
            return await db.SaveChangesAsync(Ct);
        });

        var report = await FindAsync(school, Year);

        // 1920 before: 100 more and 40 less.
        Of(report, report.Table.Rows.Single(row => Equals(row.Cells[0], new PersonName("Bruno Test"))).Cells, "Granted", "CarriedIn", "Expired", "Balance").ShouldBe([2280, 100, 40, 1980]);
    }

    private static Task<Report> RunAsync(TestSchool school, ReportQuestion question) => school.DoAsync((ReportDesk desk) => desk.RunAsync(question, "Manager", Ct));

    private static Task<Report> FindAsync(TestSchool school, ReportQuestion question, Reader? reader = null) =>
        school.DoAsync((ReportDesk desk) => desk.FindAsync(question, "Manager", reader ?? Reader.WholeSchool, Ct));

    private static object?[] Of(Report report, IReadOnlyList<object?> cells, params string[] columns) =>
        [.. columns.Select(key => cells[report.Table.Columns.Index().First(column => column.Item.Key == key).Index])];
}
