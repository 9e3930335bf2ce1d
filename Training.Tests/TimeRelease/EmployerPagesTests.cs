using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
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

    private static (int Released, int Staff) ReleasedOf(IHtmlDocument page, Guid enrolment)
    {
        var found = Released().Match(page.QuerySelector($"#r-{enrolment:N}-about")!.TextContent);
        found.Success.ShouldBeTrue();
        return (int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"Déjà libérées entre le .+ et le .+ : (\d+) personnes sur (\d+)")]
    private static partial Regex Released();
}
