using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
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
    public async Task Is_made_for_a_colleague_who_takes_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, ana) = await ColleagueAsync(school, taught);
        var bert = await taught.PersonAsync(employer, "Bert");
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 21));
        var leaving = (await EnrolAsync(school, session, employer, ana, Schemes.GecoLocal)).Granted();
        Task<Outcome<EnrolmentId>> ReplaceAsync(string? scheme) => school.DoAsync((ReplaceParticipant use) =>
            use.HandleAsync(new(leaving, bert.Id, Reader.WholeSchool, new Decider(null), Scheme: scheme), Ct));

        (await ReplaceAsync(Schemes.PublicDispense)).Refusal.ShouldBe(new SchemeDoesNotFit(bert.FullName, Schemes.PublicDispense));
        (await ReplaceAsync(Schemes.FederalRight)).IsRefused.ShouldBeFalse();

        (await school.ReadAsync(db => db.Enrolments.Where(e => e.PersonId == bert.Id).Select(e => e.Scheme).SingleAsync(Ct))).ShouldBe(Schemes.FederalRight);
        (await AccountsAsync(school)).ShouldBe([(Schemes.FederalRight, 360, 0), (Schemes.GecoLocal, 0, 0)]);
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Has_paid_educational_leave_for_a_recognised_course_of_32_hours_once_the_school_has_switched_it_on(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, ana) = await ColleagueAsync(school, taught);
        var (little, authority) = (await taught.PersonAsync(employer, "Bert", 0.2m), await taught.OrganisationAsync("ORG-2", "Commune"));
        var clerk = await taught.PersonAsync(authority, "Cléo");
        await school.ReadAsync(db => db.Organisations.Where(o => o.Id == authority.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(o => o.Type, OrganisationType.Municipality), Ct));
        var recognised = await taught.SessionAsync("S-1", 384, new(2026, 12, 7), days: 5, policy: AttendancePolicyKind.PelQuarter);
        var tooShort = await taught.SessionAsync("S-2", 383, new(2026, 12, 14), days: 5, policy: AttendancePolicyKind.PelQuarter);
        var ordinary = await taught.SessionAsync("S-3", 384, new(2027, 1, 11), days: 5);
        async Task<SchemeForecast?> LeaveAsync(Session session, Organisation of, Person person) =>
            (await ForecastAsync(school, session, of, person)).Fitting.SingleOrDefault(fitting => fitting.Scheme == Schemes.PelBru);

        (await LeaveAsync(recognised, employer, ana)).ShouldBeNull("the switch is off");
        await school.SaveAsync(new Parameter(
            new ParameterRow(ParameterKeys.PelEnabled, "true", new(2026, 9, 1), null, "Decision", ParameterCertainty.Seen), "tester", school.Clock.GetUtcNow()));

        // 32 hours of lessons of fifty minutes are 38 h 24 of leave.
        (await LeaveAsync(recognised, employer, ana)).ShouldNotBeNull().Leave.ShouldBe(new EducationalLeave(2304, 120 * 60, 0));
        (await LeaveAsync(tooShort, employer, ana)).ShouldBeNull();
        (await LeaveAsync(ordinary, employer, ana)).ShouldBeNull();
        (await LeaveAsync(recognised, employer, little)).ShouldBeNull();
        (await LeaveAsync(recognised, authority, clerk)).ShouldBeNull();

        var enrolment = (await EnrolAsync(school, recognised, employer, ana, Schemes.PelBru)).Granted();
        (await AccountsAsync(school)).ShouldBe([(Schemes.PelBru, 1920, 0)]);
        var further = await taught.SessionAsync("S-4", 480, new(2027, 3, 8), days: 10, policy: AttendancePolicyKind.PelQuarter);
        (await LeaveAsync(further, employer, ana)).ShouldNotBeNull().Leave.ShouldBe(new EducationalLeave((120 * 60) - 2304, 120 * 60, 2304), "no more than the cap leaves");
        await taught.TeachAsync(recognised, (enrolment, Presence.Throughout));
        await taught.SealAsync(recognised);
        (await AccountsAsync(school)).ShouldBe([(Schemes.PelBru, 0, 1920)]);
        (await school.DoAsync((VerifyLedger use) => use.HandleAsync(Ct))).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Keeps_the_fraction_of_september_for_paid_educational_leave(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, ana) = await ColleagueAsync(school, taught);
        EmploymentTerms Terms(decimal fte, DateOnly start) => new("FUN-SW", fte, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-1", start);
        Employment Row(decimal fte, DateOnly start) => new(ana.Id, employer.Id, Terms(fte, start));
        var (parameters, january) = (await school.ReadAsync(db => db.ParameterBookAsync(Ct)), new DateOnly(2024, 1, 15));

        // The worked example: 0.8 in September, full time from January. The cap stays 96 hours.
        var before = Row(0.8m, new(2020, 1, 1));
        var september = PaidEducationalLeave.FrozenFraction([before, before.ChangeTo(Terms(1m, new(2024, 1, 1)))], january);
        september.ShouldBe(0.8m);
        PaidEducationalLeave.CapMinutes(PelCategory.Vocational, 4, september, january, parameters).ShouldBe(96 * 60);

        PaidEducationalLeave.FrozenFraction([Row(0.5m, new(2023, 12, 1))], january).ShouldBe(0.5m, "who was not there in September");
        PaidEducationalLeave.FrozenFraction([Row(0.5m, new(2024, 2, 1))], january).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Shows_what_a_recognised_course_gives_of_the_cap_of_the_school_year(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-04").Select(o => o.Id).SingleAsync(Ct));
        await app.ReadAsync(db => db.Employments.Where(e => e.OrganisationId == employer).ExecuteUpdateAsync(set => set.SetProperty(e => e.FteFraction, 0.8m), Ct));
        await app.ReadAsync(db => db.People.Where(p => db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == employer)).ExecuteUpdateAsync(set => set.SetProperty(p => p.LevelHeld, 4), Ct));
        await app.ReadAsync(db => db.CourseVersions.Where(v => db.Sessions.Any(s => s.Code == "AGR-PUB-27S" && s.CourseVersionId == v.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Policy, AttendancePolicyKind.PelQuarter).SetProperty(v => v.ScheduledMinutes, 1920), Ct));
        var taught = await app.ReadAsync(db => db.TeachingSlots.Where(slot => db.Sessions.Any(s => s.Id == slot.SessionId && s.Code == "AGR-PUB-27S")).SumAsync(slot => slot.Minutes, Ct));
        await app.SaveAsync(new Parameter(
            new ParameterRow(ParameterKeys.PelEnabled, "true", new(2026, 9, 1), null, "Decision", ParameterCertainty.Seen), "tester", app.Clock.GetUtcNow()));

        var page = await (await app.ClientForAsync("planner")).PageAsync($"/fr/sessions/AGR-PUB-27S/enrol?organisation={employer.Value}");

        var leave = page.QuerySelectorAll("#colleagues .balance").Select(line => line.TextContent.Replace('\u00a0', ' ')).First(text => text.Contains("Plafond", StringComparison.Ordinal));
        var hours = taught * 60 / 50;
        leave.ShouldContain($"{hours / 60} h");
        leave.ShouldContain("Plafond de l'année scolaire : 96 h");
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

    [Theory, BothDatabases]
    public async Task Is_explained_and_chosen_for_a_colleague_who_takes_over_and_by_who_asks_for_a_seat(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-04").Select(o => o.Id).SingleAsync(Ct));
        await app.ReadAsync(db => db.Organisations.Where(o => o.Type == OrganisationType.Association).ExecuteUpdateAsync(set => set.SetProperty(o => o.AverageFte, 25m), Ct));
        var planner = await app.ClientForAsync("planner");
        var address = $"/fr/sessions/AGR-PUB-27S/enrol?organisation={employer.Value}";
        var enrol = await planner.PageAsync(address);
        var two = enrol.QuerySelectorAll("#colleagues > li").Where(li => li.QuerySelector("select") is not null)
            .Select(li => li.QuerySelector("input[name=person]:not([disabled])")?.GetAttribute("value")).OfType<string>().Take(2).ToList();
        using var sent = await planner.SubmitAsync(address, enrol.Form("main form"), ("person", two[0]), ("button", "enrol"));
        var leaving = new PersonId(Guid.Parse(two[0]));
        var enrolment = await app.ReadAsync(db => db.Enrolments.Where(e => e.PersonId == leaving && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == "AGR-PUB-27S")).Select(e => e.Id).SingleAsync(Ct));

        var page = await planner.PageAsync($"/fr/enrolments/{enrolment.Value}?colleague={two[1]}");
        page.QuerySelector("#replace")!.TextContent.ShouldContain("c'est un poste ACS");
        page.QuerySelectorAll("#replace option").Select(option => option.GetAttribute("value")).ShouldBe([Schemes.GecoLocal, Schemes.FederalRight]);
        using var replaced = await planner.SubmitAsync($"/fr/enrolments/{enrolment.Value}/replace", page.Form("#replace"), ($"scheme[{two[1]}]", Schemes.FederalRight));
        (await planner.PageAsync(replaced.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent.ShouldContain("Heures : Droit individuel à la formation");

        var participant = await app.ClientForAsync("participant");
        var check = await participant.PageAsync("/fr/sessions/AGR-PUB-27S/ask/check");
        check.QuerySelector("main")!.TextContent.ShouldContain("Pourquoi : ");
        check.QuerySelectorAll("main form option").Select(option => option.GetAttribute("value")).ShouldContain(Schemes.FederalRight);
        using var asked = await participant.SubmitAsync("/fr/sessions/AGR-PUB-27S/ask", check.Form("main form"), ("scheme", Schemes.FederalRight));
        (await participant.PageAsync(asked.Headers.Location!.OriginalString)).QuerySelector("main")!.TextContent.ShouldContain("Heures : Droit individuel à la formation");
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
