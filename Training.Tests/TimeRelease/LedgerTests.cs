using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.Parameters;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Training.Web.Jobs;
using Xunit;
using static Training.Tests.TimeRelease.LedgerSteps;

namespace Training.Tests.TimeRelease;

public class LedgerTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Corrects_the_grant_by_a_line_when_hours_change_in_the_year(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var employer = await new TaughtSchool(school, Ct).OrganisationAsync("ORG-1", "Association");
        var person = new Person(new PersonFacts("Ana", "Test", null, CorrespondenceLanguage.Fr, Gender.F, null, null));
        var half = new Employment(person.Id, employer.Id, Terms(0.5m, new(2025, 9, 1)));
        await school.SaveAsync(person, half);

        await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct));
        (await AccountAsync(school, person.Id)).GrantedMinutes.ShouldBe(1140);

        await school.DoAsync(async (TrainingDbContext db) =>
        {
            db.Add((await db.Employments.SingleAsync(e => e.Id == half.Id, Ct)).ChangeTo(Terms(0.8m, new(2026, 6, 1))));
            return await db.SaveChangesAsync(Ct);
        });
        (await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct))).ShouldBe(1);
        (await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct))).ShouldBe(0);

        var account = await AccountAsync(school, person.Id);
        account.GrantedMinutes.ShouldBe(1541);
        account.Entries.Select(e => (e.Kind, e.Minutes)).ShouldBe([(LedgerEntryKind.Grant, 1140), (LedgerEntryKind.Correct, 401)], ignoreOrder: true);
        account.Entries.ShouldAllBe(e => e.ParameterIds.Count > 0 && e.Rules == LedgerEntry.CurrentRules);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Gives_the_federal_right_by_headcount_fraction_and_started_months(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var parameters = await school.ReadAsync(db => db.ParameterBookAsync(Ct));

        Right(22, 1, new(2026, 6, 17), null).ShouldBe(1330);
        Right(22, 0.8m, new(2026, 4, 1), new(2026, 12, 31)).ShouldBe(1368);
        Right(12, 0.5m, new(2020, 1, 1), null).ShouldBe(228);
        Right(8, 1, new(2020, 1, 1), null).ShouldBe(0);

        int Right(decimal headcount, decimal fte, DateOnly start, DateOnly? end)
        {
            var employer = Employer("ORG-1", headcount);
            var employment = new Employment(PersonId.New(), employer.Id, Terms(fte, start) with { FundingStatus = FundingStatus.NotGeco });
            Employment[] rows = end is { } last
                ? [employment, employment.ChangeTo(Terms(0.1m, last.AddDays(1)) with { StaffCategory = StaffCategory.Volunteer })]
                : [employment];
            return FederalRight.Of(rows, employer, new(2026, 7, 1), parameters).Minutes;
        }
    }

    [Theory, BothDatabases]
    public async Task Moves_what_is_unused_of_the_federal_right_to_the_next_year(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var employer = Employer("ORG-1", 22);
        var person = new Person(new PersonFacts("Ana", "Test", null, CorrespondenceLanguage.Fr, Gender.F, null, null));
        await school.SaveAsync(employer, person, new Employment(person.Id, employer.Id, Terms(1, new(2020, 1, 1)) with { FundingStatus = FundingStatus.NotGeco }));
        await RecordElsewhereAsync(school, person.Id, employer.Id, Schemes.FederalRight, 3 * 456);

        school.Clock.SetOfficeTime("2027-01-01 00:30");
        await school.DoAsync((CloseYears use) => use.HandleAsync(new(), Ct));

        (await AccountAsync(school, person.Id, 2027)).AvailableMinutes.ShouldBe(7 * 456);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Carries_over_a_quarter_and_lets_the_rest_expire(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana", 0.75m);
        await SetAsync(school, ParameterKeys.GecoCarryOverFraction, "0.25");
        await TeachAsync(school, taught, employer, person, "S-26", 400, new(2026, 12, 7), days: 3);

        school.Clock.SetOfficeTime("2027-01-01 00:30");
        (await school.DoAsync((CloseYears use) => use.HandleAsync(new(), Ct))).Value!.Closed.ShouldBe(1);
        (await school.DoAsync((CloseYears use) => use.HandleAsync(new(), Ct))).Value!.Closed.ShouldBe(0);

        var old = await AccountAsync(school, person.Id, 2026);
        (old.GrantedMinutes, old.ConsumedMinutes, old.CarriedOverMinutes, old.ExpiredMinutes, old.AvailableMinutes).ShouldBe((1710, 1200, 428, 82, 0));
        (await AccountAsync(school, person.Id, 2027)).AvailableMinutes.ShouldBe(1710 + 428);

        await TeachAsync(school, taught, employer, person, "S-27", 300, new(2027, 3, 31));
        school.Clock.SetOfficeTime("2027-03-31 23:00");
        (await school.DoAsync((ExpireCarriedMinutes use) => use.HandleAsync(Ct))).ShouldBe(0);
        school.Clock.SetOfficeTime("2027-04-01 00:30");
        (await school.DoAsync((ExpireCarriedMinutes use) => use.HandleAsync(Ct))).ShouldBe(128);
        (await school.DoAsync((ExpireCarriedMinutes use) => use.HandleAsync(Ct))).ShouldBe(0);

        (await AccountAsync(school, person.Id, 2027)).AvailableMinutes.ShouldBe(1710 + 428 - 300 - 128);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Lets_expire_at_once_what_comes_too_late_from_a_year_that_had_to_wait(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana", 0.75m);
        await SetAsync(school, ParameterKeys.GecoCarryOverFraction, "0.25");
        var session = await taught.SessionAsync("S-26", 400, new(2026, 12, 7), days: 3);
        var enrolment = await taught.EnrolAsync(session, employer, person);
        await taught.TeachAsync(session, (enrolment, Presence.Throughout));

        await RunAsync("2027-01-01 00:30");
        await taught.SealAsync(session);
        await RunAsync("2027-04-01 00:30");

        var old = await AccountAsync(school, person.Id, 2026);
        (old.ConsumedMinutes, old.CarriedOverMinutes, old.ExpiredMinutes, old.IsClosed).ShouldBe((1200, 428, 82, true));
        (await AccountAsync(school, person.Id, 2027)).AvailableMinutes.ShouldBe(1710);
        await ShouldHoldAsync(school);

        async Task RunAsync(string at)
        {
            school.Clock.SetOfficeTime(at);
            await using var scope = school.Services.CreateAsyncScope();
            await ActivatorUtilities.CreateInstance<LedgerExpiryJob>(scope.ServiceProvider).RunAsync(Ct);
        }
    }

    [Theory, BothDatabases]
    public async Task Settles_a_mixed_day_and_settles_a_correction_again_as_new_lines(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));
        var enrolment = await taught.EnrolAsync(session, employer, person);
        var day = session.FirstDay!.Value;

        // 360 planned; in the afternoon 70 minutes are missed: 30 with a reason, 40 without.
        await taught.TeachAsync(session, (enrolment, new Presence(Absent: false, Left: new TimeOnly(14, 50))));
        await taught.RuleAsync(enrolment, day, AbsenceKind.Justified, TimeInterval.Parse("14:50-15:20"));
        await taught.SealAsync(session);
        var pending = await AccountAsync(school, person.Id);
        (pending.ConsumedMinutes, pending.ReservedMinutes).ShouldBe((290, 40), "what awaits a ruling stays set aside");

        await taught.RuleAsync(enrolment, day, AbsenceKind.Unjustified, TimeInterval.Parse("15:20-16:00"));
        var settled = await AccountAsync(school, person.Id);
        (settled.ConsumedMinutes, settled.ReservedMinutes, settled.AvailableMinutes).ShouldBe((330, 0, 2280 - 330));

        // A certificate arrives late: the same half-day is settled again.
        await taught.RuleAsync(enrolment, day, AbsenceKind.Justified, TimeInterval.Parse("15:20-16:00"));
        var corrected = await AccountAsync(school, person.Id);
        (corrected.ConsumedMinutes, corrected.ReservedMinutes, corrected.AvailableMinutes).ShouldBe((290, 0, 2280 - 290));
        corrected.Entries.Count.ShouldBeGreaterThan(settled.Entries.Count);
        corrected.Entries.Count(e => e.Kind == LedgerEntryKind.Correct).ShouldBe(1);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Moves_a_reservation_to_the_colleague_who_takes_over(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var (ana, ben) = (await taught.PersonAsync(employer, "Ana"), await taught.PersonAsync(employer, "Ben"));
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7), days: 3);
        var other = await taught.SessionAsync("S-2", 360, new(2026, 12, 14), days: 3);
        var (hers, his) = (await taught.EnrolAsync(session, employer, ana), await taught.EnrolAsync(other, employer, ben));
        (await AccountAsync(school, ana.Id)).ReservedMinutes.ShouldBe(1080);

        await ReleaseAsync(school, hers);

        (await AccountAsync(school, ana.Id)).AvailableMinutes.ShouldBe(2280);
        (await AccountAsync(school, ben.Id)).ReservedMinutes.ShouldBe(1080);
        (await school.ReadAsync(db => db.LedgerEntries.Where(e => e.EnrolmentId == his).Select(e => e.Kind).SingleAsync(Ct))).ShouldBe(LedgerEntryKind.Reserve);
    }

    [Theory, BothDatabases]
    public async Task Gives_everything_back_when_the_school_cancels(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var people = new List<Person>();
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));
        foreach (var name in new[] { "Ana", "Ben", "Cas" })
        {
            people.Add(await taught.PersonAsync(employer, name));
            await taught.EnrolAsync(session, employer, people[^1]);
        }

        foreach (var enrolment in await school.ReadAsync(db => db.Enrolments.Select(e => e.Id).ToListAsync(Ct)))
            await ReleaseAsync(school, enrolment);

        foreach (var person in people)
        {
            var account = await AccountAsync(school, person.Id);
            (account.AvailableMinutes, account.ReservedMinutes, account.ConsumedMinutes).ShouldBe((2280, 0, 0));
        }

        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Works_out_paid_educational_leave_with_the_fraction_of_september(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var parameters = await school.ReadAsync(db => db.ParameterBookAsync(Ct));
        var day = new DateOnly(2023, 10, 2);
        const int Bachelor = 4, UpperSecondary = 3;

        PaidEducationalLeave.CapMinutes(PelCategory.Vocational, Bachelor, 0.8m, day, parameters).ShouldBe(96 * 60);
        PaidEducationalLeave.CapMinutes(PelCategory.Vocational, UpperSecondary, 0.8m, day, parameters).ShouldBe(104 * 60);
        PaidEducationalLeave.CapMinutes(PelCategory.Vocational, Bachelor, 0.25m, day, parameters).ShouldBe(30 * 60);
        PaidEducationalLeave.CapMinutes(PelCategory.Vocational, Bachelor, 0.20m, day, parameters).ShouldBe(0);

        var all = PaidEducationalLeave.LeaveMinutes(84 * 50, 84 * 50, 96 * 60, day, parameters);
        all.ShouldBe(84 * 60);
        PaidEducationalLeave.RefundEur(all, day, parameters).ShouldBe(1853.88m);
        var capped = PaidEducationalLeave.LeaveMinutes(110 * 50, 110 * 50, 96 * 60, day, parameters);
        PaidEducationalLeave.RefundEur(capped, day, parameters).ShouldBe(2118.72m);
        PaidEducationalLeave.LeaveMinutes(30 * 60, 30 * 60, 96 * 60, day, parameters).ShouldBe(0);
        Should.Throw<MissingParameterException>(() => PaidEducationalLeave.RefundEur(all, new(2026, 10, 1), parameters)).Key.ShouldBe("pel.refund.perHour");
        parameters.Flag(ParameterKeys.PelEnabled, TestClock.FirstDay).ShouldBeFalse("off until the school decides otherwise");
    }

    [Theory, BothDatabases]
    public async Task Counts_without_a_cap_until_the_employer_adopts_one(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = Employer("ORG-9", null);
        await school.SaveAsync(employer);
        var person = await taught.PersonAsync(employer, "Ana");
        for (var number = 1; number <= 3; number++)
            await taught.EnrolAsync(await taught.SessionAsync($"S-{number}", 800, new(2026, 12, number)), employer, person);
        var counted = await AccountAsync(school, person.Id);
        (counted.IsCapped, counted.GrantedMinutes, counted.ReservedMinutes).ShouldBe((false, 0, 2400));

        (await school.DoAsync((AdoptScheme use) => use.HandleAsync(new(employer.Id, Schemes.GecoLocal, new(2026, 12, 1), " ", Reader.WholeSchool), Ct))).Refusal.ShouldBeOfType<ProofMissing>();
        (await school.DoAsync((AdoptScheme use) => use.HandleAsync(new(employer.Id, Schemes.GecoLocal, new(2026, 12, 1), "Règlement, art. 12", Reader.WholeSchool), Ct))).IsRefused.ShouldBeFalse();
        await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct));

        var capped = await AccountAsync(school, person.Id);
        (capped.IsCapped, capped.EntitledMinutes, capped.AvailableMinutes).ShouldBe((true, 2280, 0));
        capped.Entries.Single(e => e.Kind == LedgerEntryKind.Exception).Note.ShouldBe(LedgerEntry.UsedBeforeTheCap);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Goes_beyond_a_cap_only_for_a_reason(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana", 0.1m);
        await school.DoAsync((OpenAccounts use) => use.HandleAsync(new(), Ct));
        var request = new GrantExtraHours.Request(person.Id, employer.Id, Schemes.GecoLocal, TestClock.FirstDay, 132, null, Reader.WholeSchool);

        (await school.DoAsync((GrantExtraHours use) => use.HandleAsync(request, Ct))).Refusal.ShouldBeOfType<ReasonMissing>();
        (await school.DoAsync((GrantExtraHours use) => use.HandleAsync(request with { Reason = "Nouvelle mission" }, Ct))).IsRefused.ShouldBeFalse();
        await Should.ThrowAsync<NotFoundException>(() => school.DoAsync((GrantExtraHours use) => use.HandleAsync(request with { Reader = Reader.Nobody }, Ct)));

        (await AccountAsync(school, person.Id)).AvailableMinutes.ShouldBe(360);
        await taught.EnrolAsync(await taught.SessionAsync("S-1", 360, new(2026, 12, 7)), employer, person);
        (await AccountAsync(school, person.Id)).AvailableMinutes.ShouldBe(0);
        await ShouldHoldAsync(school);
    }

    [Theory, BothDatabases]
    public async Task Refuses_a_correction_of_a_closed_year_unless_it_is_reopened_for_a_reason(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ORG-1", "Association");
        var person = await taught.PersonAsync(employer, "Ana");
        var session = await taught.SessionAsync("S-1", 360, new(2026, 12, 7));
        var enrolment = await taught.EnrolAsync(session, employer, person);
        await taught.TeachAsync(session, (enrolment, new Presence(Absent: true)));
        await taught.RuleAsync(enrolment, session.FirstDay!.Value, AbsenceKind.Justified);
        await taught.SealAsync(session);
        school.Clock.SetOfficeTime("2027-01-01 00:30");
        await school.DoAsync((CloseYears use) => use.HandleAsync(new(), Ct));

        (await RuleAsync()).Refusal.ShouldBe(new YearIsClosed(2026));
        (await school.DoAsync((ReopenYear use) => use.HandleAsync(new(employer.Id, Schemes.GecoLocal, 2026, " "), Ct))).Refusal.ShouldBeOfType<ReasonMissing>();
        (await school.DoAsync((ReopenYear use) => use.HandleAsync(new(employer.Id, Schemes.GecoLocal, 2026, "Erreur du registre"), Ct))).IsRefused.ShouldBeFalse();
        (await RuleAsync()).IsRefused.ShouldBeFalse();
        (await school.DoAsync((ReopenYear use) => use.HandleAsync(new(employer.Id, Schemes.GecoLocal, 2026, "Encore"), Ct))).Refusal.ShouldBeOfType<YearIsOpen>();

        await school.DoAsync((CloseYears use) => use.HandleAsync(new(), Ct));
        var account = await AccountAsync(school, person.Id, 2026);
        (account.ConsumedMinutes, account.ExpiredMinutes, account.AvailableMinutes, account.IsClosed).ShouldBe((360, 1920, 0, true));
        (await school.ReadAsync(db => db.YearMarks.OrderBy(m => m.RecordedAt).ThenBy(m => m.Id).Select(m => m.Step).ToListAsync(Ct)))
            .ShouldBe([YearStep.Closed, YearStep.Reopened, YearStep.Closed]);
        await ShouldHoldAsync(school);

        Task<Outcome<Done>> RuleAsync() => school.DoAsync((RuleAbsence use) =>
            use.HandleAsync(new(enrolment, session.FirstDay!.Value, TimeInterval.Parse("09:00-16:00"), AbsenceKind.Unjustified, null, null), Ct));
    }

    private static EmploymentTerms Terms(decimal fte, DateOnly start) =>
        new("FUN-SW", fte, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-1", start);

    private static Organisation Employer(string code, decimal? headcount) => new(code, new OrganisationFacts(
        OrganisationType.Association, new LocalizedText(code, code), null, null, LanguageRegime.Bilingual, "SEC-COH", headcount));

    private static async Task ReleaseAsync(TestSchool school, EnrolmentId enrolment)
    {
        await using var scope = school.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EnrolmentReservations>().ReleaseAsync(enrolment, Ct);
        await scope.ServiceProvider.GetRequiredService<TrainingDbContext>().SaveChangesAsync(Ct);
    }

    private static async Task RecordElsewhereAsync(TestSchool school, PersonId person, OrganisationId employer, string scheme, int minutes)
    {
        await using var scope = school.Services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<TimeReleaseAccounts>().OpenAsync(person, employer, scheme, TestClock.FirstDay, Ct);
        account.UseElsewhere(LedgerEntryKind.Elsewhere, minutes, new LedgerCauseOf(
            LedgerCause.Import, account.Id.Value, null, "tester", school.Clock.GetUtcNow(), Proof: new("Attestation 12", "Direction"))).IsRefused.ShouldBeFalse();
        await scope.ServiceProvider.GetRequiredService<TrainingDbContext>().SaveChangesAsync(Ct);
    }
}
