using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.ChangeRecords;
using Training.Domain.Courses;
using Training.Domain.Merges;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.People;

/// <summary>The same person known twice, made one and made two again.</summary>
public class MergeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Carries_ledger_certificates_and_counts_and_gives_them_back(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (from, into) = await TwoWithCertificatesAsync(app);
        var (fromBefore, intoBefore) = (await CountsAsync(app, from), await CountsAsync(app, into));

        var forecast = await app.DoAsync((MergeTwo use) => use.ForecastAsync(new(MergedKind.Person, from.Value, into.Value), Ct));
        var merged = await app.DoAsync((MergeTwo use) => use.HandleAsync(new(MergedKind.Person, from.Value, into.Value), Ct));

        forecast.Obstacle.ShouldBeNull();
        forecast.Certificates.ShouldBe(fromBefore.Certificates);
        merged.IsRefused.ShouldBeFalse();
        (await CountsAsync(app, into)).ShouldBe(fromBefore + intoBefore);
        (await CountsAsync(app, from)).ShouldBe(default);
        (await VerifyAsync(app)).ShouldBeNull();

        (await app.DoAsync((UndoMerge use) => use.HandleAsync(new(merged.Value), Ct))).IsRefused.ShouldBeFalse();
        (await CountsAsync(app, from)).ShouldBe(fromBefore);
        (await CountsAsync(app, into)).ShouldBe(intoBefore);
        (await app.DoAsync((UndoMerge use) => use.HandleAsync(new(merged.Value), Ct))).Refusal.ShouldBeOfType<MergeUndone>();
        (await VerifyAsync(app)).ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_refused_while_both_sit_in_one_session(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var pair = await app.ReadAsync(db => db.Enrolments.OrderBy(e => e.Id).Select(e => new { e.SessionId, e.PersonId }).ToListAsync(Ct));
        var two = pair.GroupBy(e => e.SessionId).First(session => session.Select(e => e.PersonId).Distinct().Count() > 1).Select(e => e.PersonId.Value).Distinct().Take(2).ToList();

        (await app.DoAsync((MergeTwo use) => use.HandleAsync(new(MergedKind.Person, two[0], two[1]), Ct))).Refusal.ShouldBeOfType<BothEnrolled>();
    }

    [Theory, BothDatabases]
    public async Task Is_proposed_to_the_secretariat_and_no_more_once_they_are_said_to_be_two(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/fr/duplicates");
        var pair = page.QuerySelectorAll("main .people > li").Single(item => item.TextContent.Contains("Agnieszka Van den Broeck", StringComparison.Ordinal) && item.TextContent.Contains("ASBL-05", StringComparison.Ordinal));
        await planner.PageAsync(pair.QuerySelector("a")!.GetAttribute("href")!);

        using var said = await planner.SubmitAsync("/fr/duplicates", (AngleSharp.Html.Dom.IHtmlFormElement)pair.QuerySelector("form")!);

        (await planner.PageAsync("/fr/duplicates")).QuerySelector("main")!.TextContent.ShouldNotContain("Agnieszka Van den Broeck / ");
    }

    [Theory, BothDatabases]
    public async Task Is_proposed_of_two_employers_with_one_name_before_all_the_people(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        Organisation Named(string code) => new(code, new OrganisationFacts(
            OrganisationType.Association, new LocalizedText("Maison Verte", "Groen Huis"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        await app.SaveAsync(Named("VERTE-1"), Named("VERTE-2"));

        var first = (await (await app.ClientForAsync("planner")).PageAsync("/fr/duplicates")).QuerySelector("main .people > li")!;

        first.TextContent.ShouldContain("VERTE-1");
        first.TextContent.ShouldContain("VERTE-2");
    }

    [Theory, BothDatabases]
    public async Task Leaves_an_officer_with_their_own_half_and_their_list_with_its_address(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var into = await PersonOfAsync(app, "ASBL-01");
        var from = await PersonOfAsync(app, "ASBL-03");
        (await app.DoAsync((MergeTwo use) => use.HandleAsync(new(MergedKind.Person, from.Value, into.Value), Ct))).IsRefused.ShouldBeFalse();
        var officer = await app.ClientForAsync("officer");

        (await officer.PageAsync($"/fr/people/{into.Value}")).QuerySelector("main")!.TextContent.ShouldNotContain("ASBL-03");
        using (var edited = await officer.SubmitAsync($"/fr/people/{into.Value}/edit", ("LastName", "Autre")))
            (await edited.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("secrétariat");

        using var list = File.OpenRead(Repository.PathOf("samples", "staff-ASBL-03.csv"));
        var report = await app.DoAsync((ImportStaffList use) => use.HandleAsync(new(list, "ASBL-03", new Training.Domain.Imports.ImportMode()), Ct));
        report.Value!.Added.ShouldBe(0);
    }

    private readonly record struct Counts(int Enrolments, int Certificates, int Employments, int Consumed)
    {
        public static Counts operator +(Counts one, Counts other) =>
            new(one.Enrolments + other.Enrolments, one.Certificates + other.Certificates, one.Employments + other.Employments, one.Consumed + other.Consumed);
    }

    private static Task<Counts> CountsAsync(TrainingApp app, PersonId person) => app.ReadAsync(async db => new Counts(
        await db.Enrolments.CountAsync(e => e.PersonId == person, Ct),
        await db.Certificates.CountAsync(c => db.Enrolments.Any(e => e.Id == c.EnrolmentId && e.PersonId == person), Ct),
        await db.Employments.CountAsync(e => e.PersonId == person, Ct),
        await db.TimeReleaseAccounts.Where(a => a.PersonId == person).SumAsync(a => a.ConsumedMinutes, Ct)));

    // Of two employers, with certificates, and never in one session.
    private static Task<(PersonId From, PersonId Into)> TwoWithCertificatesAsync(TrainingApp app) => app.ReadAsync(async db =>
    {
        var enrolments = await db.Enrolments.AsNoTracking().Select(e => new { e.PersonId, e.SessionId, e.OrganisationId, Certified = db.Certificates.Any(c => c.EnrolmentId == e.Id) }).ToListAsync(Ct);
        var people = enrolments.GroupBy(e => e.PersonId).Where(own => own.Any(e => e.Certified)).OrderBy(own => own.Key.Value).ToList();
        return people.SelectMany(_ => people, (one, other) => (one, other))
            .Where(pair => pair.one.First().OrganisationId != pair.other.First().OrganisationId && !pair.one.Select(e => e.SessionId).Intersect(pair.other.Select(e => e.SessionId)).Any())
            .Select(pair => (pair.one.Key, pair.other.Key)).First();
    });

    private static Task<PersonId> PersonOfAsync(TrainingApp app, string organisation) => app.ReadAsync(db => (
        from employment in db.Employments
        where db.Organisations.Any(o => o.Id == employment.OrganisationId && o.Code == organisation) && !db.Enrolments.Any(e => e.PersonId == employment.PersonId)
        orderby employment.Id
        select employment.PersonId).FirstAsync(Ct));

    private static async Task<BrokenLink?> VerifyAsync(TrainingApp app) => (await app.DoAsync((VerifyChangeRecords use) => use.HandleAsync(Ct))).Broken;
}
