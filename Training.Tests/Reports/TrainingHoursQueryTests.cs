using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

public class TrainingHoursQueryTests
{
    private static readonly DateOnly Monday = new(2026, 11, 30);
    private static readonly ReportQuestion Year = new("r8", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Gives_the_worked_aggregation_of_the_domain_guide(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);

        var lines = await AskAsync(school, Year);

        var totals = new TrainingHoursTotals(lines);
        totals.Participations.ShouldBe(3);
        totals.Persons.ShouldBe(2);
        totals.Minutes.ShouldBe(830);
        totals.PersonsOf(Gender.F).ShouldBe(1);
        totals.PersonsOf(Gender.M).ShouldBe(1);
        totals.NoShows.ShouldBe(1);
        totals.Fte.ShouldBe(2.3m);
        totals.HoursPerFte.ShouldBe(6.01m);
        totals.ShareOfStaffTrained.ShouldBe(0.667m);
        lines.Select(line => (line.Who.Name, line.Attended, line.Participations, line.NoShows)).ShouldBe(
            [("Aline Test", 540, 2, 0), ("Bruno Test", 290, 1, 0), ("Chloé Test", 0, 0, 1)]);
    }

    [Theory, BothDatabases]
    public async Task Shows_the_time_release_of_the_year_from_the_ledger(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);

        var lines = await AskAsync(school, Year);

        // 38 h for a full-time post: 2280 minutes, of which B used 290 and 70 are still pending.
        var bruno = lines.Single(line => line.Who.Name == "Bruno Test");
        (bruno.Granted, bruno.Reserved, bruno.Used, bruno.Balance).ShouldBe((2280, 70, 290, 1920));
        var chloe = lines.Single(line => line.Who.Name == "Chloé Test");
        (chloe.Granted, chloe.Balance).ShouldBe((1140, 780));
    }

    [Theory, BothDatabases]
    public async Task Says_what_it_lacks(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var person = await taught.PersonAsync(employer, "Aline");
        var (first, second) = (await taught.SessionAsync("S1", 360, Monday), await taught.SessionAsync("S2", 360, Monday.AddDays(1)));
        var (one, two) = (await taught.EnrolAsync(first, employer, person), await taught.EnrolAsync(second, employer, person));
        await taught.TeachAsync(first, (one, new Presence(Absent: false, Left: new TimeOnly(15, 40))));
        await taught.SealAsync(first);
        await taught.TeachAsync(second, (two, Presence.Throughout));
        school.Clock.SetOfficeTime("2026-12-04 09:00");

        (await LacksAsync(school)).ShouldBe((Unsealed: 2, Pending: 20));

        await taught.RuleAsync(one, Monday, AbsenceKind.Justified, new TimeInterval(new(15, 40), new(15, 50)));
        await taught.SealAsync(second);

        (await LacksAsync(school)).ShouldBe((Unsealed: 0, Pending: 10));
    }

    [Theory, BothDatabases]
    public async Task Counts_what_was_sealed_at_the_cut_off_and_nothing_later(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);
        var before = new OfficeClock(school.Clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels")).MomentOf(Monday.AddDays(1), new(12, 0));

        var totals = new TrainingHoursTotals(await AskAsync(school, Year, cutOff: before));

        (totals.Minutes, totals.NoShows).ShouldBe((650, 1));
    }

    [Theory, BothDatabases]
    public async Task Is_limited_to_the_period_the_funder_and_the_theme(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);

        new TrainingHoursTotals(await AskAsync(school, Year with { To = Monday })).Minutes.ShouldBe(650);
        new TrainingHoursTotals(await AskAsync(school, Year with { From = Monday.AddDays(1) })).Minutes.ShouldBe(180);
        new TrainingHoursTotals(await AskAsync(school, Year with { Funder = "VGC" })).Minutes.ShouldBe(180);
        new TrainingHoursTotals(await AskAsync(school, Year with { Theme = "prevention" })).Minutes.ShouldBe(650);
        await Should.ThrowAsync<NotFoundException>(() => school.DoAsync((ReportDesk desk) => desk.FindAsync(Year with { Funder = "nobody" }, "Manager", Reader.WholeSchool, Ct)));
    }

    [Theory, BothDatabases]
    public async Task Shows_an_officer_their_own_organisation_and_no_other(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);
        var other = await new TaughtSchool(school, Ct).OrganisationAsync("ASBL-Y", "Autre");
        await new TaughtSchool(school, Ct).PersonAsync(other, "Zoé");
        var officer = new Reader { Organisations = [other.Id] };

        (await AskAsync(school, Year, officer)).Select(line => line.Who.Name).ShouldBe(["Zoé Test"]);
        (await AskAsync(school, Year)).Select(line => line.Who.OrganisationCode).Distinct().ShouldBe(["ASBL-X", "ASBL-Y"]);
        await Should.ThrowAsync<NotFoundException>(() => AskAsync(school, Year with { Organisation = "ASBL-X" }, officer));
    }

    [Theory, BothDatabases]
    public async Task Puts_exchanges_in_a_bucket_of_their_own(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var person = await taught.PersonAsync(employer, "Aline");
        var intervision = await taught.SessionAsync("I1", 120, Monday, CourseKind.Exchange);
        await taught.TeachAsync(intervision, (await taught.EnrolAsync(intervision, employer, person), Presence.Throughout));
        await taught.SealAsync(intervision);

        var totals = new TrainingHoursTotals(await AskAsync(school, Year));

        (totals.Minutes, totals.ExchangeMinutes, totals.Participations, totals.Persons).ShouldBe((0, 120, 0, 0));
    }

    [Theory, BothDatabases]
    public async Task Gives_codes_for_names_to_a_reader_without_a_right_to_names(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await WorkedAggregationAsync(school);

        var lines = await AskAsync(school, Year with { Funder = "COCOF" }, Reader.WholeSchool with { HidesNames = true });

        lines.ShouldAllBe(line => line.Who.Name.StartsWith("P-"));
        lines.Select(line => line.Who.Name).Distinct().Count().ShouldBe(3);
        new TrainingHoursTotals(lines).Minutes.ShouldBe(650);
    }

    [Theory, BothDatabases]
    public async Task Counts_certificates_of_sessions_that_ended_in_the_period(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var (first, second) = await WorkedAggregationAsync(school);
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(first), Ct));
        await school.DoAsync((IssueCertificates use) => use.HandleAsync(new(second), Ct));

        // B attended 290 of 360 minutes, which is more than 75 %.
        (await AskAsync(school, Year)).Select(line => line.Certificates).ShouldBe([2, 1, 0]);
        new TrainingHoursTotals(await AskAsync(school, Year with { To = Monday })).Certificates.ShouldBe(2);
    }

    /// <summary>A attends course 1 (360) and 2 (180), B attends 290 of 360 of course 1, C attends nothing of it.</summary>
    internal static async Task<(SessionId First, SessionId Second)> WorkedAggregationAsync(TestSchool school)
    {
        var taught = new TaughtSchool(school, Ct);
        var employer = await taught.OrganisationAsync("ASBL-X", "Maison de quartier");
        var a = await taught.PersonAsync(employer, "Aline", 0.8m, Gender.F, yearOfBirth: 1992);
        var b = await taught.PersonAsync(employer, "Bruno", 1m, Gender.M, CorrespondenceLanguage.Nl, yearOfBirth: 1969);
        var c = await taught.PersonAsync(employer, "Chloé", 0.5m, Gender.F, yearOfBirth: 2002);
        var first = await taught.SessionAsync("S1", 360, Monday);
        var second = await taught.SessionAsync("S2", 180, Monday.AddDays(1), funder: "VGC", theme: "conflict");
        var (a1, b1, c1) = (await taught.EnrolAsync(first, employer, a), await taught.EnrolAsync(first, employer, b), await taught.EnrolAsync(first, employer, c));
        var a2 = await taught.EnrolAsync(second, employer, a);

        await taught.TeachAsync(first,
            (a1, Presence.Throughout), (b1, new Presence(Absent: false, Arrived: new(9, 20), Left: new(15, 10))), (c1, Presence.None));
        await taught.RuleAsync(c1, Monday, AbsenceKind.Unjustified);
        await taught.SealAsync(first);
        await taught.TeachAsync(second, (a2, Presence.Throughout));
        await taught.SealAsync(second);
        return (first.Id, second.Id);
    }

    private static Task<IReadOnlyList<TrainingHoursLine>> AskAsync(TestSchool school, ReportQuestion question, Reader? reader = null, DateTimeOffset? cutOff = null) =>
        school.DoAsync((TrainingHoursQuery query) => query.FindAsync(new ReportContext(question, reader ?? Reader.WholeSchool, cutOff ?? school.Clock.GetUtcNow()), Ct));

    private static async Task<(int Unsealed, int Pending)> LacksAsync(TestSchool school)
    {
        var lacks = (await school.DoAsync((ReportDesk desk) => desk.FindAsync(Year, "Manager", Reader.WholeSchool, Ct))).Lacks;
        return (lacks.Single(lack => lack.Key == ReportLacks.Unsealed).Count, lacks.Single(lack => lack.Key == ReportLacks.Pending).Count);
    }
}
