using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Reports.SignInSheets;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Attendance;

public class PreparedSheetTests
{
    private static readonly DateOnly Monday = new(2027, 3, 8);

    private static readonly SheetOffice Office = new(_ => "L'école", language => new Uri($"https://school.example/{language}/sheets/"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Are_made_three_working_days_ahead_one_for_each_half_day(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var monday = await new TaughtDay(school, Ct).PlannedAsync([Monday], people: 2, code: "MON");
        var tuesday = await new TaughtDay(school, Ct).PlannedAsync([Monday.AddDays(1)], people: 1, code: "TUE");

        school.Clock.SetOfficeTime("2027-03-02 05:45");
        (await PrepareAsync(school)).ShouldBe(0, "Wednesday, Thursday and Friday are the next three");
        school.Clock.SetOfficeTime("2027-03-03 05:45");
        (await PrepareAsync(school)).ShouldBe(2);
        (await PreparedAsync(school)).ShouldBe(IdsOf(monday), ignoreOrder: true);

        school.Clock.SetOfficeTime("2027-03-04 05:45");
        (await PrepareAsync(school)).ShouldBe(2);
        (await PreparedAsync(school)).ShouldBe([.. IdsOf(monday), .. IdsOf(tuesday)], ignoreOrder: true);
        var morning = await school.ReadAsync(db => db.PreparedSheets.SingleAsync(sheet => sheet.RegisterId == monday.Registers[0].Id, Ct));
        PdfReading.TextOf(morning.Content).ShouldContain("Test Personne2");
    }

    [Theory, BothDatabases]
    public async Task Are_made_anew_only_where_something_has_changed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await new TaughtDay(school, Ct).PlannedAsync([Monday], people: 1, code: "A");
        await new TaughtDay(school, Ct).PlannedAsync([Monday], people: 1, code: "B");
        school.Clock.SetOfficeTime("2027-03-04 05:45");
        (await PrepareAsync(school)).ShouldBe(4);

        school.Clock.SetOfficeTime("2027-03-05 05:45");
        (await PrepareAsync(school)).ShouldBe(0);
        await school.ReadAsync(db => db.People.Where(p => db.Enrolments.Any(e => e.PersonId == p.Id && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == "A")))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastName, "Changée"), Ct));

        (await PrepareAsync(school)).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Go_when_the_day_is_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await new TaughtDay(school, Ct).PlannedAsync([Monday], people: 1);
        school.Clock.SetOfficeTime(Monday, new(5, 45));
        (await PrepareAsync(school)).ShouldBe(2);

        school.Clock.SetOfficeTime(Monday.AddDays(1), new(5, 45));
        await PrepareAsync(school);

        (await PreparedAsync(school)).ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Stand_on_the_page_of_who_prints_them(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        (await app.DoAsync((JobRunner runner) => runner.RunAsync(Timetable.Find("sign-in-sheets")!, new(Due: null, IsDryRun: false, "tester"), Ct)))!.Done.ShouldBeGreaterThan(0);
        var planner = await app.ClientForAsync("planner");

        var links = (await planner.PageAsync("/fr/sheets")).QuerySelectorAll("main a[href$='/prepared.pdf']");

        links.Length.ShouldBe(await app.ReadAsync(db => db.PreparedSheets.CountAsync(Ct)));
        (await planner.GetByteArrayAsync(new Uri(links[0].GetAttribute("href")!, UriKind.Relative), Ct)).AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
    }

    private static Task<int> PrepareAsync(TestSchool school) => school.DoAsync((PrepareSheets prepare) => prepare.HandleAsync(new(Office), Ct));

    private static Task<List<HalfDayRegisterId>> PreparedAsync(TestSchool school) => school.ReadAsync(db => db.PreparedSheets.Select(sheet => sheet.RegisterId).ToListAsync(Ct));

    private static List<HalfDayRegisterId> IdsOf(TaughtDay day) => [.. day.Registers.Select(register => register.Id)];
}
