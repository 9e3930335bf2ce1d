using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Work;
using Training.Reports.Reporting;
using Training.Reports.Subscriptions;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Reports;

public class ReportSubscriptionTests
{
    private const string OnTheFirst = "0 0 7 1 * ?";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Makes_the_report_of_the_month_before_and_tells_where_it_stands(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var mia = await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager));
        (await SubscribeAsync(school, OnTheFirst, mia)).IsRefused.ShouldBeFalse();

        (await SendAtAsync(school, "2026-12-01 06:55")).ShouldBe(0, "its moment has not come");
        (await SendAtAsync(school, "2026-12-01 07:10")).ShouldBe(1);
        (await SendAtAsync(school, "2026-12-01 07:25")).ShouldBe(0, "it has been answered");

        var run = (await school.ReadAsync(db => db.ReportRuns.ToListAsync(Ct))).ShouldHaveSingleItem();
        run.Question.ShouldContain("\"From\":\"2026-11-01\",\"To\":\"2026-11-30\"");
        run.Author.ShouldBe("tester");
        var letter = (await school.ReadAsync(db => db.OutboxMessages.ToListAsync(Ct))).ShouldHaveSingleItem();
        (letter.Kind, letter.Address).ShouldBe((MessageKind.ReportReady, "Mia@example.org"));
        var facts = AddresseeFacts.Read(letter.Facts);
        (facts.Name, facts.Language, facts.Report, facts.Run).ShouldBe(("Mia", CorrespondenceLanguage.Fr, "r5", run.Number));

        (await SendAtAsync(school, "2027-01-01 07:10")).ShouldBe(1);
        (await school.ReadAsync(db => db.ReportRuns.CountAsync(Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Answers_once_what_was_missed_and_for_the_month_that_was_meant(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await SubscribeAsync(school, OnTheFirst, await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager)));

        (await SendAtAsync(school, "2027-02-05 07:10")).ShouldBe(1);
        (await SendAtAsync(school, "2027-02-05 07:25")).ShouldBe(0);

        (await school.ReadAsync(db => db.ReportRuns.Select(r => r.Question).SingleAsync(Ct))).ShouldContain("\"From\":\"2026-11-01\",\"To\":\"2026-11-30\"");
        (await school.ReadAsync(db => db.ReportSubscriptions.Select(s => s.DueAt).SingleAsync(Ct))).ShouldBe(new DateTimeOffset(2027, 3, 1, 6, 0, 0, TimeSpan.Zero));
    }

    [Theory, BothDatabases]
    public async Task Tells_only_whoever_may_still_see_it(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var stays = await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager));
        var leaves = await AccountOfAsync(school, await school.WithRoleAsync("Leo", Role.Manager));
        var blocked = await AccountOfAsync(school, await school.WithRoleAsync("Bob", Role.Manager));
        await SubscribeAsync(school, OnTheFirst, stays, leaves, blocked);
        await EndRoleAsync(school, leaves);
        await school.DoAsync((BlockAccount use) => use.HandleAsync(new(blocked, IsBlocked: true), Ct));

        (await SendAtAsync(school, "2026-12-01 07:10")).ShouldBe(1);

        (await school.ReadAsync(db => db.OutboxMessages.Select(m => m.Address).ToListAsync(Ct))).ShouldBe(["Mia@example.org"]);
    }

    [Theory, BothDatabases]
    public async Task Stops_after_five_failures_says_so_and_goes_on_when_it_is_resumed(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var mia = await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager));
        await SubscribeAsync(school, OnTheFirst, mia);
        await BreakReportAsync(school);

        for (var hour = 7; hour < 14; hour++)
            await SendAtAsync(school, $"2026-12-01 {hour:00}:10");

        var stopped = await school.ReadAsync(db => db.ReportSubscriptions.SingleAsync(Ct));
        (stopped.Failures, stopped.Fault, stopped.LastRun).ShouldBe((5, nameof(NotFoundException), null));
        stopped.StoppedAt.ShouldBe(school.OfficeClock.MomentOf(new(2026, 12, 1), new(11, 10)));
        var letter = (await school.ReadAsync(db => db.OutboxMessages.ToListAsync(Ct))).ShouldHaveSingleItem();
        (letter.Kind, letter.Address).ShouldBe((MessageKind.ReportStopped, "Mia@example.org"));

        await MendReportAsync(school);
        (await SendAtAsync(school, "2027-01-01 07:10")).ShouldBe(0, "nobody has resumed it");
        (await school.DoAsync((ResumeSubscription use) => use.HandleAsync(stopped.Id, Ct))).IsRefused.ShouldBeFalse();
        (await SendAtAsync(school, "2027-02-01 07:10")).ShouldBe(1);
        (await school.ReadAsync(db => db.ReportSubscriptions.Select(s => s.Failures).SingleAsync(Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Counts_as_a_failure_that_nobody_may_see_it_any_more(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var mia = await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager));
        await SubscribeAsync(school, OnTheFirst, mia);
        await EndRoleAsync(school, mia);

        (await SendAtAsync(school, "2026-12-01 07:10")).ShouldBe(0);

        (await school.ReadAsync(db => db.ReportSubscriptions.Select(s => s.Fault).SingleAsync(Ct))).ShouldBe(nameof(NobodyMayReadException));
        (await school.ReadAsync(db => db.ReportRuns.AnyAsync(Ct))).ShouldBeFalse("nothing is made that nobody may see");
    }

    [Fact]
    public async Task Refuses_a_rule_that_cannot_be_read_never_fires_or_fires_too_often_and_readers_who_cannot_be_written()
    {
        await using var school = await TestSchool.OnAsync(Engine.Sqlite);
        var mia = await AccountOfAsync(school, await school.WithRoleAsync("Mia", Role.Manager));
        var silent = new Account("Without address", person: null);
        await school.SaveAsync(silent);

        (await SubscribeAsync(school, "every Monday", mia)).Refusal.ShouldBeOfType<RuleUnreadable>();
        (await SubscribeAsync(school, "0 0 7 1 * ? 2020", mia)).Refusal.ShouldBeOfType<RuleNeverFires>();
        (await SubscribeAsync(school, "0 0 7,19 * * ?", mia)).Refusal.ShouldBeOfType<RuleTooOften>();
        (await SubscribeAsync(school, OnTheFirst)).Refusal.ShouldBeOfType<ReadersMissing>();
        (await SubscribeAsync(school, OnTheFirst, mia, silent.Id)).Refusal.ShouldBeOfType<ReadersMissing>();
        (await school.ReadAsync(db => db.ReportSubscriptions.AnyAsync(Ct))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(SubscribedPeriod.PreviousMonth, "2027-01-01", "2026-12-01", "2026-12-31")]
    [InlineData(SubscribedPeriod.PreviousMonth, "2028-03-31", "2028-02-01", "2028-02-29")]
    [InlineData(SubscribedPeriod.PreviousQuarter, "2027-01-01", "2026-10-01", "2026-12-31")]
    [InlineData(SubscribedPeriod.PreviousQuarter, "2026-06-30", "2026-01-01", "2026-03-31")]
    [InlineData(SubscribedPeriod.PreviousYear, "2027-01-15", "2026-01-01", "2026-12-31")]
    [InlineData(SubscribedPeriod.YearSoFar, "2026-11-27", "2026-01-01", "2026-11-26")]
    [InlineData(SubscribedPeriod.YearSoFar, "2027-01-01", "2026-01-01", "2026-12-31")]
    public void Is_about_whole_days_that_are_over(SubscribedPeriod period, string day, string from, string to) =>
        period.On(DateOnly.Parse(day, null)).ShouldBe((DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Theory]
    [InlineData("2026-03-28 12:00", "2026-03-29", "2026-03-30")]
    [InlineData("2026-10-24 12:00", "2026-10-25", "2026-10-26")]
    public void Fires_once_on_the_sunday_on_which_half_past_two_is_skipped_and_on_that_on_which_it_comes_twice(string after, string sunday, string monday)
    {
        var (times, clock) = (new FireTimes(), TestClock.New());
        clock.SetOfficeTime(after);

        var first = times.NextAfter("0 30 2 * * ?", clock.GetUtcNow()).ShouldNotBeNull();
        var second = times.NextAfter("0 30 2 * * ?", first).ShouldNotBeNull();

        (DayOf(first), DayOf(second)).ShouldBe((sunday, monday));

        static string DayOf(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, Timetable.Office).ToString("yyyy-MM-dd", null);
    }

    private static Task<Outcome<ReportSubscriptionId>> SubscribeAsync(TestSchool school, string rule, params AccountId[] readers) =>
        school.DoAsync((SubscribeToReport use) => use.HandleAsync(
            new(new SubscribedReport("r5", JsonSerializer.Serialize(new ReportQuestion("r5", default, default)), SubscribedPeriod.PreviousMonth, rule), readers), Ct));

    // As the job does: one that fails costs itself.
    private static async Task<int> SendAtAsync(TestSchool school, string officeTime)
    {
        school.Clock.SetOfficeTime(officeTime);
        await using var scope = school.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<RecordByRecord>().GoOn();
        return (await new ReportSubscriptionsJob(scope.ServiceProvider.GetRequiredService<SendSubscribedReports>()).RunAsync(Ct)).Done;
    }

    private static Task<AccountId> AccountOfAsync(TestSchool school, Person person) =>
        school.ReadAsync(db => db.Accounts.Where(a => a.PersonId == person.Id).Select(a => a.Id).SingleAsync(Ct));

    private static async Task EndRoleAsync(TestSchool school, AccountId account) => await school.ReadAsync(db =>
        db.RoleGrants.Where(g => g.AccountId == account).ExecuteUpdateAsync(set => set.SetProperty(g => g.To, new DateOnly(2026, 11, 24)), Ct));

    // An employer that does not exist is what a wrong choice, or one that has gone, comes down to.
    private static Task<int> BreakReportAsync(TestSchool school) => AskOfAsync(school, "NOBODY");

    private static Task<int> MendReportAsync(TestSchool school) => AskOfAsync(school, null);

    private static Task<int> AskOfAsync(TestSchool school, string? organisation) => school.ReadAsync(db => db.ReportSubscriptions.ExecuteUpdateAsync(set =>
        set.SetProperty(s => s.Choices, JsonSerializer.Serialize(new ReportQuestion("r5", default, default, Organisation: organisation))), Ct));
}
