using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;
using Training.Tests.Enrolments;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>Which scheme pays for the hours, where several fit the post.</summary>
public class SchemeChoiceTests
{
    // Of a full-time colleague the employer's rule gives 38 hours, and the law five days of 7 h 36 from twenty colleagues on: as much.
    private const int Year = 2280;

    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Is_the_employers_rule_first_and_the_federal_right_once_its_hours_do_not_suffice(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, person) = await ColleagueAsync(school, taught);

        var first = await ForecastAsync(school, await taught.SessionAsync("S-1", 360, new(2026, 12, 1)), employer, person);
        (first.Scheme, first.Obstacle).ShouldBe((Schemes.GecoLocal, null));
        first.Fitting.Select(fitting => fitting.Scheme).ShouldBe([Schemes.GecoLocal, Schemes.FederalRight]);

        await UseUpAsync(school, person.Id, employer.Id, Year - 100);
        var then = await ForecastAsync(school, await taught.SessionAsync("S-2", 360, new(2026, 12, 2)), employer, person);
        (then.Scheme, then.Obstacle).ShouldBe((Schemes.FederalRight, null));
    }

    [Theory, BothDatabases]
    public async Task Is_no_choice_where_the_federal_right_gives_no_hours(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, person) = await ColleagueAsync(school, taught, headcount: 6);
        await UseUpAsync(school, person.Id, employer.Id, Year - 100);

        var ahead = await ForecastAsync(school, await taught.SessionAsync("S-1", 360, new(2026, 12, 1)), employer, person);

        ahead.Fitting.ShouldHaveSingleItem().Scheme.ShouldBe(Schemes.GecoLocal);
        ahead.Obstacle.ShouldBe(new NotEnoughTimeRelease(360, 100));
    }

    [Theory, BothDatabases]
    public async Task Is_kept_and_the_only_one_from_which_hours_are_set_aside_and_used(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, person) = await ColleagueAsync(school, taught);
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));

        var enrolment = (await EnrolAsync(school, session, employer, person, Schemes.FederalRight)).Granted();

        (await school.ReadAsync(db => db.Enrolments.Select(e => e.Scheme).SingleAsync(Ct))).ShouldBe(Schemes.FederalRight);
        (await AccountsAsync(school)).ShouldBe([(Schemes.FederalRight, 360, 0)]);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);
        (await AccountsAsync(school)).ShouldBe([(Schemes.FederalRight, 0, 360)]);
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_refused_where_it_does_not_fit_the_post(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, person) = await ColleagueAsync(school, taught);
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));

        foreach (var scheme in new[] { Schemes.PublicDispense, Schemes.PelBru, "NO-SUCH" })
            (await EnrolAsync(school, session, employer, person, scheme)).Refusal.ShouldBe(new SchemeDoesNotFit(person.FullName, scheme));

        (await school.ReadAsync(db => db.Enrolments.CountAsync(Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Is_the_last_one_chosen_when_somebody_withdraws_and_comes_back(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, person) = await ColleagueAsync(school, taught);
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 21));
        var enrolment = (await EnrolAsync(school, session, employer, person, Schemes.GecoLocal)).Granted();
        (await school.DoAsync((WithdrawEnrolment use) => use.HandleAsync(new(enrolment, null, Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();

        (await EnrolAsync(school, session, employer, person, Schemes.FederalRight)).Granted().ShouldBe(enrolment);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));
        await taught.SealAsync(session);

        (await AccountsAsync(school)).ShouldBe([(Schemes.FederalRight, 0, 360), (Schemes.GecoLocal, 0, 0)]);
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_explained_and_chosen_on_the_page(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-04").Select(o => o.Id).SingleAsync(Ct));
        var planner = await app.ClientForAsync("planner");
        var address = $"/fr/sessions/AGR-PUB-27S/enrol?organisation={employer.Value}";
        var page = await planner.PageAsync(address);
        var row = page.QuerySelectorAll("#colleagues > li").First(li =>
            li.QuerySelector("select") is not null && li.QuerySelector("input[name=person]:not([disabled])") is not null);
        row.TextContent.ShouldContain("c'est un poste ACS");
        row.QuerySelectorAll("option").Select(option => option.GetAttribute("value")).ShouldBe([Schemes.GecoLocal, Schemes.FederalRight]);
        var id = row.QuerySelector("input[name=person]")!.GetAttribute("value")!;

        using var refused = await planner.SubmitAsync(address, page.Form("main form"), ("person", id), ($"scheme[{id}]", Schemes.PelBru), ("button", "enrol"));
        refused.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("ne convient pas");

        using var sent = await planner.SubmitAsync(address, page.Form("main form"), ("person", id), ($"scheme[{id}]", Schemes.FederalRight), ("button", "enrol"));
        var result = await planner.PageAsync(sent.Headers.Location!.OriginalString);

        result.QuerySelector("main")!.TextContent.ShouldContain("Droit individuel à la formation");
        var person = PersonId.From(Guid.Parse(id));
        (await app.ReadAsync(db => db.Enrolments.Where(e => e.PersonId == person && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == "AGR-PUB-27S")).Select(e => e.Scheme).SingleAsync(Ct)))
            .ShouldBe(Schemes.FederalRight);
    }

    private static async Task<(Organisation Employer, Person Person)> ColleagueAsync(TestSchool school, TaughtSchool taught, decimal headcount = 22)
    {
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        await school.ReadAsync(db => db.Organisations.ExecuteUpdateAsync(set => set.SetProperty(o => o.AverageFte, headcount), Ct));
        return (employer, await taught.PersonAsync(employer, "Ana"));
    }

    private static Task<EnrolmentForecast> ForecastAsync(TestSchool school, Session session, Organisation employer, Person person) =>
        school.DoAsync(async (EnrolmentForecasts use) => (await use.OfAsync(session, employer.Id, [person], Ct))[0]);

    private static async Task<Outcome<EnrolmentId>> EnrolAsync(TestSchool school, Session session, Organisation employer, Person person, string scheme) =>
        (await school.DoAsync((EnrolColleagues use) => use.HandleAsync(
            new(session.Id, employer.Id, [new(person.Id, Scheme: scheme)], new Decider(null)), Ct))).Single().Outcome;

    private static Task<int> UseUpAsync(TestSchool school, PersonId person, OrganisationId employer, int minutes) => school.DoAsync(async (TimeReleaseAccounts accounts) =>
    {
        var account = await accounts.FindOrOpenAsync(person, employer, Schemes.GecoLocal, new(2026, 12, 1), Ct);
        account.UseElsewhere(LedgerEntryKind.Elsewhere, minutes, new LedgerCauseOf(
            LedgerCause.Import, account.Id.Value, null, "tester", school.Clock.GetUtcNow(), Proof: new("Attestation 12", "Direction"))).IsRefused.ShouldBeFalse();
        await school.SaveAsync(account);
        return minutes;
    });

    private static async Task<IReadOnlyList<(string, int, int)>> AccountsAsync(TestSchool school) =>
        [.. (await school.ReadAsync(db => db.TimeReleaseAccounts.OrderBy(a => a.Scheme).ToListAsync(Ct))).Select(a => (a.Scheme, a.ReservedMinutes, a.ConsumedMinutes))];
}
