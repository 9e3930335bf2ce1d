using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.People;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

/// <summary>The worked aggregation of the domain guide in every form that leaves the office, and runs that stay what they were.</summary>
public class FunderReportTests
{
    private static readonly DateOnly From = new(2026, 1, 1);
    private static readonly DateOnly To = new(2026, 12, 31);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Give_the_worked_aggregation_in_record_paper_workbook_and_flat_file_of_one_run(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var report = await RunAsync(school, new ReportQuestion("r5", From, To));

        report.Run.ShouldBe(1);
        var total = report.Table.Total!;
        (total[1], total[2], total[3], total[5]).ShouldBe((3, 2, 830, 1));
        var sexes = report.Table.Rows.Where(row => row.Key.StartsWith("sex:", StringComparison.Ordinal)).ToList();
        sexes.Select(row => (row.Cells[1], row.Cells[2], row.Cells[3])).ShouldBe([((object?)2, (object?)1, (object?)540), (1, 1, 290)]);

        foreach (var (language, woman) in new[] { ("fr", "Femmes"), ("nl", "Vrouwen") })
        {
            var words = Wording.In(language);
            var paper = PdfReading.TextOf(ReportPdf.Write(report, words, "School"));
            paper.ShouldContain("13:50");
            paper.ShouldContain(woman);
            paper.ShouldContain(words["Report_Run", 1]);
            paper.ShouldContain(report.Digest);

            var sheet = RowsOf(ReportExcel.Write(report, words));
            sheet.Single(row => row.Contains(woman))[2..5].ShouldBe(["2", "1", "540"]);
            sheet[^1][2..5].ShouldBe(["3", "2", "830"]);

            var flat = Encoding.UTF8.GetString(ReportCsv.Write(report, words)).Split("\r\n");
            flat.Single(line => line.Contains(woman, StringComparison.Ordinal)).ShouldContain($"{woman};2;1;540;");
            flat[^2].ShouldContain(";3;2;830;");
        }
    }

    [Theory, BothDatabases]
    public async Task Count_persons_once_by_sex_and_age_in_the_annex_of_an_association(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var table = (await RunAsync(school, new ReportQuestion("r2", From, To))).Table;

        var line = table.Rows.ShouldHaveSingleItem().Cells;
        object? Cell(string key) => line[table.Columns.Index().First(column => column.Item.Key == key).Index];
        (Cell("Activities"), Cell("Participations"), Cell("Persons"), Cell("Women"), Cell("Men"), Cell("StaffHours")).ShouldBe((2, 3, 2, 1, 1, 830));
        (Cell("AgeTo25"), Cell("Age26"), Cell("Age55")).ShouldBe((0, 1, 1));
        Cell("ApprovalNumber").ShouldBeNull("Only the operator knows it.");
    }

    [Theory, BothDatabases]
    public async Task Hide_small_numbers_when_they_are_published(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var report = await RunAsync(school, new ReportQuestion("r2", From, To, IsPublished: true));

        var flat = Encoding.UTF8.GetString(ReportCsv.Write(report, Wording.In("fr"))).Split("\r\n")[1].Split(';');
        var titles = Encoding.UTF8.GetString(ReportCsv.Write(report, Wording.In("fr"))).Split("\r\n")[0].Split(';').ToList();
        (flat[titles.IndexOf("F")], flat[titles.IndexOf("H")], flat[titles.IndexOf("Personnes")]).ShouldBe(("<5", "<5", "<5"));
        PdfReading.TextOf(ReportPdf.Write(report, Wording.In("nl"), "School")).ShouldContain("<5");
    }

    [Theory, BothDatabases]
    public async Task Stay_the_same_after_later_corrections_and_say_what_has_changed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        school.Clock.SetOfficeTime("2026-12-05 10:00");
        var question = new ReportQuestion("r5", From, To);
        var run = await RunAsync(school, question);
        (await RunAsync(school, question)).Run.ShouldBe(run.Run, "The same figures stay under the same number.");

        // B attended 230 minutes only, A turns out to be a man, and both are known a day later.
        school.Clock.SetOfficeTime("2026-12-06 10:00");
        await CorrectAsync(school);
        await school.ReadAsync(async db =>
        {
            var a = await db.People.SingleAsync(p => p.FirstName == "Aline", Ct);
            a.Restate(new PersonFacts(a.FirstName, a.LastName, a.Email, a.Language, Gender.M, a.YearOfBirth, a.LevelHeld));
            return await db.SaveChangesAsync(Ct);
        });

        var (again, matches) = await school.DoAsync((ReportDesk desk) => desk.RecomputeAsync(run.Run!.Value, Ct));
        matches.ShouldBeTrue();
        again.Digest.ShouldBe(run.Digest);
        again.Table.Total![3].ShouldBe(830);

        var changes = (await school.DoAsync((ReportDesk desk) => desk.ChangesAsync(run.Run!.Value, Ct))).Table;
        object?[] ChangeOf(string row, string column) => [.. changes.Rows.Single(change => change.Key == $"{row}|{column}").Cells.Skip(3).Select(cell => (cell as Figure)?.Value)];
        ChangeOf("sex:1", "StaffHours").ShouldBe([540, 0, -540]);
        ChangeOf("", "StaffHours").ShouldBe([830, 770, -60], "the total is told too");
        var next = await RunAsync(school, question);
        next.Run.ShouldBe(run.Run + 1);
        next.Table.Total![3].ShouldBe(770);
    }

    [Theory, BothDatabases]
    public async Task Cross_two_dimensions(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        var table = (await RunAsync(school, new ReportQuestion("r5", From, To, Rows: "course", Columns: "sex"))).Table;

        table.Rows.Select(row => row.Cells.Skip(1)).ShouldBe([new object?[] { 1, 1, 2 }, new object?[] { 1, 0, 1 }]);
        table.Total!.Skip(1).ShouldBe([2, 1, 3]);
    }

    [Theory, BothDatabases]
    public async Task Report_of_a_grant_what_is_allocated_and_nothing_in_review(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await school.SaveAsync(new Programme("TEST", "COCOF", new LocalizedText("Programme", "Programma")));
        await GrantAsync(school, "COCOF", CostBasis.Delivery, 1);
        await GrantAsync(school, "ACTIRIS", CostBasis.Wage, 1);
        await GrantAsync(school, "PEL", CostBasis.Wage, 2);
        await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct));

        async Task<Report> OfAsync(string grant) => await RunAsync(school, new ReportQuestion("r4", From, To, Grant: grant));
        (await OfAsync("COCOF")).Table.Total![6].ShouldBe(830);
        (await OfAsync("ACTIRIS")).Table.Total![6].ShouldBe(830);
        var refund = await OfAsync("PEL");
        refund.Table.Rows.ShouldBeEmpty();
        refund.Lacks.Single(lack => lack.Key == ReportLacks.InReview).Count.ShouldBe(830);
    }

    [Theory, BothDatabases]
    public async Task Say_of_a_grant_what_is_left_of_it_whether_it_is_proven_as_it_asks_and_every_mention(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await school.SaveAsync(new Programme("TEST", "VGC", new LocalizedText("Programme", "Programma")));
        await GrantAsync(school, "PAPER", CostBasis.Delivery, 1, SignatureKind.PaperHalfDay, "Avec PAPER");
        await GrantAsync(school, "FREE", CostBasis.Wage, 1, SignatureKind.NotAsked, "Avec FREE");
        await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct));

        var report = await RunAsync(school, new ReportQuestion("r4", From, To));

        object? Cell(IReadOnlyList<object?> line, string key) => line[report.Table.Columns.Index().First(column => column.Item.Key == key).Index];
        var (free, paper) = (report.Table.Rows.Where(row => row.Key.StartsWith("FREE", StringComparison.Ordinal)).ToList(), report.Table.Rows.Where(row => row.Key.StartsWith("PAPER", StringComparison.Ordinal)).ToList());
        free.Select(row => Cell(row.Cells, "EvidenceAvailable")).Distinct().ShouldBe([new Word("Report_Yes")]);
        paper.Select(row => Cell(row.Cells, "EvidenceAvailable")).Distinct().ShouldBe([new Word("Report_No")], "no sheet was scanned");
        // 830 minutes at 12 euro an hour, of which a line has a part only.
        free.Count.ShouldBeGreaterThan(0);
        free.Concat(paper).Select(row => Cell(row.Cells, "BalanceEur")).Distinct().ShouldHaveSingleItem().ShouldBe(1000m - (decimal)Cell(report.Table.Total!, "SpentEur")! / 2);
        Cell(report.Table.Total!, "BalanceEur").ShouldBe(2000m - (decimal)Cell(report.Table.Total!, "SpentEur")!);
        var text = PdfReading.TextOf(ReportPdf.Write(report, Wording.In("fr"), "School"));
        (text.Contains("Avec PAPER", StringComparison.Ordinal), text.Contains("Avec FREE", StringComparison.Ordinal)).ShouldBe((true, true));
    }

    [Theory, BothDatabases]
    public async Task Stay_the_same_after_a_grant_a_session_and_a_room_are_described_otherwise_and_say_so(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        await school.SaveAsync(new Programme("TEST", "COCOF", new LocalizedText("Programme", "Programma")));
        await GrantAsync(school, "COCOF", CostBasis.Delivery, 1);
        await school.DoAsync((AllocateMinutes use) => use.HandleAsync(new(IsPreview: false), Ct));
        var byCourse = await RunAsync(school, new ReportQuestion("r3", From, To, Funder: "COCOF"));
        var byGrant = await RunAsync(school, new ReportQuestion("r4", From, To, Grant: "COCOF"));

        await school.ReadAsync(async db =>
        {
            await db.Grants.ExecuteUpdateAsync(set => set.SetProperty(g => g.AmountEur, 5000m).SetProperty(g => g.Reference, "OTHER"), Ct);
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(s => s.CapacityMax, 99), Ct);
            return await db.Rooms.ExecuteUpdateAsync(set => set.SetProperty(r => r.Name, "Elsewhere"), Ct);
        });

        foreach (var (run, changed) in new[] { (byCourse, "Seats"), (byGrant, "GrantedEur"), (byGrant, "Place") })
        {
            var (again, matches) = await school.DoAsync((ReportDesk desk) => desk.RecomputeAsync(run.Run!.Value, Ct));
            (matches, again.Table.GrantReference).ShouldBe((true, run.Table.GrantReference));
            (await school.DoAsync((ReportDesk desk) => desk.ChangesAsync(run.Run!.Value, Ct))).Table.Rows.ShouldContain(row => row.Key.EndsWith("|" + changed, StringComparison.Ordinal));
        }
    }

    [Theory, BothDatabases]
    public async Task Put_beside_a_period_every_value_of_another_that_may_be_chosen(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var next = new ReportQuestion("r5", From.AddYears(1), To.AddYears(1));

        var yearBefore = (await RunAsync(school, next)).Table;
        foreach (var group in yearBefore.Rows.GroupBy(row => row.Group))
            group.Sum(row => (int)row.Cells[7]!).ShouldBe(830, $"{group.Key}");
        (yearBefore.Total![3], yearBefore.Total[7]).ShouldBe((0, 830));

        (await RunAsync(school, next with { CompareFrom = new(2024, 1, 1) })).Table.Total.ShouldBeNull("nothing happened in either");
        var chosen = await RunAsync(school, next with { From = To.AddYears(1), To = To.AddYears(1), CompareFrom = new(2026, 1, 1) });
        chosen.Question.Compared().ShouldBe((new(2026, 1, 1), new(2026, 1, 1)));
        chosen.Asked.ShouldBe([new ReportAsked("Report_Asked_Compared", "01/01/2026 – 01/01/2026")]);
    }

    [Theory, BothDatabases]
    public async Task Lack_only_what_their_own_figures_rest_on(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-Y", "Autre");
        var open = await taught.SessionAsync("S9", 120, new(2026, 12, 10), room: "Salle 9");
        await taught.TeachAsync(open, (await taught.EnrolAsync(open, employer, await taught.PersonAsync(employer, "Dora")), new Presence(Absent: false, Left: new TimeOnly(10, 0))));
        school.Clock.SetOfficeTime("2026-12-11 10:00");

        async Task<IReadOnlyDictionary<string, int>> LacksAsync(string id) => (await RunAsync(school, new ReportQuestion(id, From, To))).Lacks.ToDictionary(lack => lack.Key, lack => lack.Count);
        var (all, exchanges) = (await LacksAsync("r5"), await LacksAsync("r10"));
        (all["Unsealed"], all["GenderNotStated"]).ShouldBe((1, 0), "nobody of the open half-day is counted yet");
        (exchanges["Unsealed"], exchanges["Pending"], exchanges["GenderNotStated"]).ShouldBe((0, 0, 0), "there was no exchange");
    }

    [Theory, BothDatabases]
    public async Task Say_in_every_file_that_they_are_public_and_what_is_hidden(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);
        var report = await RunAsync(school, new ReportQuestion("r5", From, To, IsPublished: true));

        foreach (var words in new[] { Wording.In("fr"), Wording.In("nl") })
        {
            var means = words["Report_PublishedMeans"];
            Encoding.UTF8.GetString(ReportCsv.Write(report, words)).Split("\r\n")[^2].Replace("\"\"", "\"", StringComparison.Ordinal).ShouldContain(means);
            WorkbookReading.SheetsOf(ReportExcel.Write(report, words))[words["Parameters_Sheet"]].ShouldContain(row => Equals(row[1], means));
        }
    }

    [Theory, BothDatabases]
    public async Task Say_that_they_are_empty_when_nothing_happened(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        foreach (var id in new[] { "r2", "r3", "r4", "r5", "r6", "r8", "r9", "r10", "r11" })
        {
            var report = await RunAsync(school, new ReportQuestion(id, From, To));
            report.Table.Rows.ShouldBeEmpty(id);
            foreach (var language in new[] { "fr", "nl" })
            {
                PdfReading.TextOf(ReportPdf.Write(report, Wording.In(language), "School")).ShouldContain(Wording.In(language)["Report_Empty"]);
                ReportExcel.Write(report, Wording.In(language)).ShouldNotBeEmpty();
                ReportCsv.Write(report, Wording.In(language)).ShouldNotBeEmpty();
            }
        }
    }

    [Fact]
    public void Stream_long_workbooks_and_keep_text_that_looks_like_a_formula()
    {
        var rows = Enumerable.Range(1, ReportExcel.StreamedFrom + 1)
            .Select(number => new ReportRow($"{number}", null, [number == 1 ? "=1+1" : $"Ligne {number}", number, new DateOnly(2026, 1, 1)])).ToList();
        var table = new ReportTable([new("Label", CellKind.Text), new("Persons", CellKind.Count), new("Date", CellKind.Date)], rows, null);
        var report = new Report(new ReportQuestion("r5", From, To), table, DateTimeOffset.UnixEpoch, "1", "Manager", [], []);

        var read = RowsOf(ReportExcel.Write(report, Wording.In("fr")));

        read.Count.ShouldBe(ReportExcel.StreamedFrom + 2);
        read[1][0].ShouldBe("=1+1");
        read[2][..2].ShouldBe(["Ligne 2", "2"]);
        Encoding.UTF8.GetString(ReportCsv.Write(report, Wording.In("fr"))).ShouldContain("\r\n'=1+1;1;2026-01-01\r\n");
    }

    [Fact]
    public void Set_a_title_of_three_hundred_letters_and_names_of_every_alphabet_on_paper()
    {
        var longTitle = string.Join(' ', Enumerable.Repeat("gouvernance", 25));
        var table = new ReportTable(
            [new("Label", CellKind.Text), new("Persons", CellKind.Count)],
            [new("a", null, [longTitle, 1]), new("b", null, ["Γεωργία Παπαδοπούλου", 2]), new("c", null, ["Đặng Thị Hương", 3]), new("d", null, ["Łukasz Żółć", 4])], null);
        var report = new Report(new ReportQuestion("r5", From, To), table, DateTimeOffset.UnixEpoch, "1", "Manager", [], []);

        var text = PdfReading.TextOf(ReportPdf.Write(report, Wording.In("nl"), "School"));

        text.ShouldContain("Παπαδοπούλου");
        text.ShouldContain("Hương");
        text.ShouldContain("Żółć");
    }

    private static Task<Report> RunAsync(TestSchool school, ReportQuestion question) => school.DoAsync((ReportDesk desk) => desk.RunAsync(question, "Manager", Ct));

    private static Task<int> CorrectAsync(TestSchool school) => school.ReadAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        var slot = await db.TeachingSlots.OrderBy(s => s.Date).ThenBy(s => s.Start).FirstAsync(Ct);
        var enrolment = await db.Enrolments.SingleAsync(e => e.SessionId == slot.SessionId && db.People.Any(p => p.Id == e.PersonId && p.FirstName == "Bruno"), Ct);
        var held = await db.AttendanceMarks.AsNoTracking().SingleAsync(m => m.EnrolmentId == enrolment.Id && m.SlotId == slot.Id && m.SupersededAt == null, Ct);
        var now = school.Clock.GetUtcNow();
        await db.AttendanceMarks.Where(m => m.Id == held.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.SupersededAt, now), Ct);
        db.Add(new AttendanceMark(enrolment.Id, slot, [new TimeInterval(slot.Start, slot.Start.AddMinutes(slot.Minutes - held.AttendedMinutes + 60))], "secretariat", now, "Sheet read wrongly"));
        await db.SaveChangesAsync(Ct);
        await transaction.CommitAsync(Ct);
        return 0;
    });

    private static Task<Outcome<Grant>> GrantAsync(TestSchool school, string code, CostBasis basis, int priority, SignatureKind signature = SignatureKind.NotAsked, string mention = "") =>
        school.DoAsync((DefineGrant use) => use.HandleAsync(
            new(code, "TEST", new GrantTerms(
                new LocalizedText(code, code), "REF-" + code, From, To, null, basis, 100_000, 1000, 12, priority, new GrantReach(false, null, null),
                signature, new LocalizedText(mention, mention), null), []), Ct));

    private static List<string[]> RowsOf(byte[] workbook) =>
        [.. WorkbookReading.SheetsOf(workbook).Values.First().Select(row => row.Select(cell => Convert.ToString(cell, System.Globalization.CultureInfo.InvariantCulture) ?? "").ToArray())];
}
