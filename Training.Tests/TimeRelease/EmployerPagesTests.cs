using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.TimeRelease;

/// <summary>What approvers and small employers see of their people's hours.</summary>
public partial class EmployerPagesTests
{
    private const string Session = "AGR-PUB-27S";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Show_with_each_request_how_many_colleagues_are_already_released_in_the_days_of_the_session(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        await app.ReadAsync(db => db.Sessions.Where(s => s.Code == Session).ExecuteUpdateAsync(set => set.SetProperty(s => s.CapacityMax, s => s.SeatsTaken + 20), Ct));
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync($"/fr/sessions/{Session}/enrol");
        var two = page.QuerySelectorAll("#colleagues > li").Where(li => li.QuerySelector(".balance") is not null)
            .Select(li => li.QuerySelector("input[name=person]:not([disabled])")?.GetAttribute("value")).OfType<string>().Take(2).ToList();
        using var sent = await officer.SubmitAsync($"/fr/sessions/{Session}/enrol", page.Form("main form"), ("person", two[0]), ("person", two[1]), ("button", "enrol"));
        var asked = await app.ReadAsync(db => db.Enrolments
            .Where(e => e.Status == EnrolmentStatus.EmployerPending && db.Sessions.Any(s => s.Id == e.SessionId && s.Code == Session))
            .Select(e => new { e.Id, e.PersonId }).ToListAsync(Ct));
        var mine = asked.Where(e => two.Contains(e.PersonId.Value.ToString())).Select(e => e.Id.Value).ToList();
        var (first, other) = (mine[0], mine[1]);

        var address = $"/fr/approvals?session={Session}";
        var before = await officer.PageAsync(address);
        using var approved = await officer.SubmitAsync(address, before.Form("main form"), ("enrolment", first.ToString()), ("decision", "approve"));
        var after = await officer.PageAsync(address);

        var (released, staff) = ReleasedOf(before, other);
        staff.ShouldBeGreaterThan(5);
        ReleasedOf(after, other).ShouldBe((released + 1, staff));
        after.QuerySelector($"#r-{other:N}-about")!.TextContent.ShouldContain("il reste");
    }

    [Theory, BothDatabases]
    public async Task Show_a_post_that_nobody_has_held_yet_with_its_agreement_and_warn_before_it_is_lost(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-01").Select(o => o.Id).SingleAsync(Ct));
        await app.SaveAsync(
            new GecoPost(employer, "NEUF/1", new GecoPostFacts(2, 1m, "CV-2026-9", OpenedOn: new DateOnly(2026, 6, 20))),
            new GecoPost(employer, "FERME/1", new GecoPostFacts(2, 1m, OpenedOn: new DateOnly(2026, 1, 1), ClosedOn: new DateOnly(2026, 10, 31))));
        var approver = await app.ClientForAsync("approver");

        var cockpit = (await approver.PageAsync("/fr/cockpit?month=2026-11")).QuerySelector("main")!.TextContent;
        var statement = (await approver.PageAsync("/nl/reports/r1a?month=2026-11")).QuerySelectorAll("main tbody tr").Select(row => row.TextContent).ToList();

        cockpit.ShouldContain("convention CV-2026-9");
        cockpit.ShouldMatch(@"NEUF/1[^\n]*(20/06/2026|20 juin 2026)");
        cockpit.ShouldNotContain("FERME/1");
        statement.ShouldContain(row => row.Contains("NEUF/1", StringComparison.Ordinal) && row.Contains("CV-2026-9", StringComparison.Ordinal) && row.Contains("30", StringComparison.Ordinal));
        statement.ShouldNotContain(row => row.Contains("FERME/1", StringComparison.Ordinal));
    }

    [Theory, BothDatabases]
    public async Task Take_the_month_or_year_of_a_period_and_say_when_it_cannot_be_read(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var approver = await app.ClientForAsync("approver");

        (await approver.PageAsync("/fr/reports/r1a?from=2026-05-01&to=2026-05-31")).QuerySelector("#month")!.GetAttribute("value").ShouldBe("2026-05");
        (await approver.PageAsync("/fr/reports/r1b?from=2025-01-01&to=2025-12-31")).QuerySelector("#year")!.GetAttribute("value").ShouldBe("2025");
        foreach (var nonsense in new[] { "r1a?month=2026-13", "r1a?month=0001-01", "r1b?year=soon", "r1b?to=9999-12-31" })
        {
            (await approver.PageAsync($"/nl/reports/{nonsense}")).QuerySelector("#period-error").ShouldNotBeNull(nonsense).TextContent.ShouldContain("niet leesbaar");
            using var file = await approver.GetAsync(new Uri($"/nl/reports/{nonsense.Replace("?", ".csv?", StringComparison.Ordinal)}", UriKind.Relative), Ct);
            file.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound, nonsense);
        }
    }

    [Theory, BothDatabases]
    public async Task List_the_hours_of_every_scheme_that_a_colleague_uses(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var account = await app.ReadAsync(db => db.TimeReleaseAccounts.AsNoTracking()
            .Where(a => a.Year == 2026 && a.Scheme == Schemes.GecoLocal && a.ConsumedMinutes > 0 && db.Organisations.Any(o => o.Id == a.OrganisationId && o.Code == "ASBL-01")).FirstAsync(Ct));
        var right = new TimeReleaseAccount(account.PersonId, account.OrganisationId, Schemes.FederalRight, 2026, isCapped: false);
        right.UseElsewhere(LedgerEntryKind.Elsewhere, 90, new LedgerCauseOf(LedgerCause.Import, right.Id.Value, null, "tester", app.Clock.GetUtcNow(), Proof: new("Attestation 1", "Direction")));
        await app.SaveAsync(right);

        var page = await (await app.ClientForAsync("officer")).PageAsync("/fr/time-release?year=2026");

        page.QuerySelectorAll("main tbody tr").Where(row => row.QuerySelector($"a[href$='{account.PersonId.Value}']") is not null)
            .Select(row => row.QuerySelector("td")!.TextContent).ShouldBe(["ACS : temps libéré pour formation", "Droit individuel à la formation"]);
    }

    [Theory, BothDatabases]
    public async Task Show_the_figures_of_the_worked_examples(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var capped = EmployerOf("EX-1", 22);
        var (large, small, none) = (EmployerOf("EX-2", 22), EmployerOf("EX-3", 12), EmployerOf("EX-4", 8));
        var people = new[] { "A", "B", "C", "D", "E", "F", "G" }.ToDictionary(name => name, name =>
            new Person(new PersonFacts("Exemple", name, null, CorrespondenceLanguage.Fr, Gender.NotStated, 1990, 4)));
        EmploymentTerms Geco(decimal fte, DateOnly start) => new("FUN-SW", fte, FundingStatus.GecoAssociation, StaffCategory.Private, 4, "ACS-1", start);
        EmploymentTerms Other(decimal fte, DateOnly start) => new("FUN-SW", fte, FundingStatus.NotGeco, StaffCategory.Private, 4, null, start);
        var half = new Employment(people["B"].Id, capped.Id, Geco(0.5m, new(2020, 1, 1)));
        var leaving = new Employment(people["E"].Id, large.Id, Other(0.8m, new(2026, 4, 1)));
        await app.SaveAsync(
            capped, large, small, none, people["A"], people["B"], people["C"], people["D"], people["E"], people["F"], people["G"],
            new SchemeAdoption(capped.Id, Schemes.GecoLocal, new DateOnly(2020, 1, 1), "Annexe 3", "tester", app.Clock.GetUtcNow()),
            new Employment(people["A"].Id, capped.Id, Geco(0.75m, new(2020, 1, 1))), half, half.ChangeTo(Geco(0.8m, new(2026, 6, 1))),
            new Employment(people["C"].Id, capped.Id, Geco(1, new(2020, 1, 1))),
            new Employment(people["D"].Id, large.Id, Other(1, new(2026, 6, 17))), leaving,
            new Employment(people["F"].Id, small.Id, Other(0.5m, new(2020, 1, 1))), new Employment(people["G"].Id, none.Id, Other(1, new(2020, 1, 1))));
        var mixed = new TimeReleaseAccount(people["C"].Id, capped.Id, Schemes.GecoLocal, 2026, isCapped: false);
        LedgerCauseOf Cause(LedgerCause cause) => new(cause, mixed.Id.Value, null, "tester", app.Clock.GetUtcNow());
        mixed.Cap(2280, Cause(LedgerCause.YearOpened));
        mixed.Reserve(360, Cause(LedgerCause.Import)).IsRefused.ShouldBeFalse();
        mixed.Consume(330, Cause(LedgerCause.HalfDay));
        mixed.Release(30, Cause(LedgerCause.HalfDay));
        await app.SaveAsync(mixed);
        var manager = await app.ClientForAsync("manager");

        var rows = new List<IReadOnlyList<string>>();
        foreach (var employer in new[] { capped, large, small, none })
        {
            rows.AddRange((await manager.PageAsync($"/fr/time-release?organisation={employer.Id.Value}&year=2026"))
                .QuerySelectorAll("main tbody tr").Select(row => (IReadOnlyList<string>)[.. row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())]));
        }

        // Granted, set aside, used and left: examples 5.2, 5.3, 5.13 and 5.9 with its three employers, the last of whom gives no right.
        rows.Select(row => string.Join(" | ", row.Where((_, column) => column != 1))).ShouldBe(
        [
            "Exemple A | 28:30 | 0:00 | 0:00 | 28:30", "Exemple B | 25:41 | 0:00 | 0:00 | 25:41", "Exemple C | 38:00 | 0:00 | 5:30 | 32:30",
            "Exemple D | 22:10 | 0:00 | 0:00 | 22:10", "Exemple E | 22:48 | 0:00 | 0:00 | 22:48", "Exemple F | 3:48 | 0:00 | 0:00 | 3:48", "Exemple G",
        ]);
        var own = (await manager.PageAsync($"/fr/time-release/{people["C"].Id.Value}")).QuerySelector(".balance-card")!.TextContent;
        own.ShouldMatch(@"32\sh\s30\srestent");
        own.ShouldMatch(@"31\sdécembre\s2026");
    }

    private static Organisation EmployerOf(string code, decimal headcount) => new(code, new OrganisationFacts(
        OrganisationType.Association, new LocalizedText(code, code), null, null, LanguageRegime.Bilingual, "SEC-COH", headcount));

    private static (int Released, int Staff) ReleasedOf(IHtmlDocument page, Guid enrolment)
    {
        var found = Released().Match(page.QuerySelector($"#r-{enrolment:N}-about")!.TextContent);
        found.Success.ShouldBeTrue();
        return (int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Déjà libérées entre le .+ et le .+ : (\d+) personnes sur (\d+)")]
    private static partial Regex Released();
}
