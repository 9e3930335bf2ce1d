using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>The one way into an account: a link or a code on paper.</summary>
public class InvitationTests(TestProvider testProvider)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Opens_the_account_to_whoever_has_the_invited_address_and_once(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var invited = await InviteAsync(app, "Els Planner", "Els@example.org");
        using var visitor = new Visitor(app);

        var accept = await visitor.SignInAsync("els", returnUrl: $"/fr/invitation/{invited.Code}");
        accept.Address.AbsolutePath.ShouldBe($"/fr/invitation/{invited.Code}");
        (await visitor.SubmitAsync(accept, ("code", invited.Code.ToString()))).SignedInAs.ShouldBe("Els Planner");

        // From now on signing in is enough, and the code opens nothing to anybody else.
        using var later = new Visitor(app);
        (await later.SignInAsync("els", returnUrl: "/fr/secretariat")).SignedInAs.ShouldBe("Els Planner");
        using var thief = new Visitor(app);
        var page = await thief.SignInAsync("els-too", returnUrl: "/fr/invitation");
        var refused = await thief.SubmitAsync(page, ("code", invited.Code.ToString()));
        refused.SignedInAs.ShouldBeNull();
        refused.Text.ShouldContain("a déjà servi");
    }

    [Theory, BothDatabases]
    public async Task Opens_nothing_to_another_address(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var invited = await InviteAsync(app, "Els Planner", "els@example.org");
        using var visitor = new Visitor(app);

        var page = await visitor.SubmitAsync(await visitor.SignInAsync("mallory"), ("code", invited.Code.ToString()));

        page.SignedInAs.ShouldBeNull();
        page.Text.ShouldContain("autre adresse");
        page.Text.ShouldNotContain("els@example.org");
    }

    [Theory, BothDatabases]
    public async Task Opens_the_account_to_whoever_holds_the_paper_however_they_type_the_code(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var invited = await InviteAsync(app, "Jef Zonder Mail", address: null);
        using var visitor = new Visitor(app);

        var typed = $" {invited.Code.ToString().Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()} ";

        (await visitor.SubmitAsync(await visitor.SignInAsync("jef", provider: "personal"), ("code", typed))).SignedInAs.ShouldBe("Jef Zonder Mail");
    }

    [Theory, BothDatabases]
    public async Task Lasts_for_the_days_that_the_parameter_says(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var account = new Account("Els", null);
        await school.SaveAsync(account);
        var invited = (await school.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(account.Id, null), Ct))).Value!;
        invited.LastDay.ShouldBe(TestClock.FirstDay.AddDays(14));

        school.Clock.SetOfficeTime(invited.LastDay.AddDays(1), new(0, 0));
        (await AcceptAsync(school, invited.Code)).Refusal.ShouldBe(new InvitationExpired(invited.LastDay));

        school.Clock.SetOfficeTime(invited.LastDay, new(23, 59));
        (await AcceptAsync(school, invited.Code)).Value.ShouldBe(account.Id);
    }

    [Theory, BothDatabases]
    public async Task Withdraws_the_one_before(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var account = new Account("Els", null);
        await school.SaveAsync(account);
        var first = (await school.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(account.Id, null), Ct))).Value!;
        await school.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(account.Id, null), Ct));

        (await AcceptAsync(school, first.Code)).Refusal.ShouldBeOfType<InvitationExpired>();
        (await AcceptAsync(school, InvitationCode.New())).Refusal.ShouldBeOfType<InvitationUnknown>();
    }

    [Theory, BothDatabases]
    public async Task Is_given_by_an_officer_to_their_own_staff_only(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync("/nl/invitations?q=maelle");
        var colleague = page.QuerySelector("main input[name=person]")!.GetAttribute("value")!;
        var stranger = await app.ReadAsync(db => db.Employments.Where(e => db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == "ASBL-02")).Select(e => e.PersonId).FirstAsync(Ct));
        var form = page.Form("main li form");

        using var refused = await officer.SubmitAsync("/nl/invitations", form, ("person", stranger.Value.ToString()), ("onPaper", "true"));
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // The persona of the demonstration signs in already: nobody else gets into that account.
        using var inUse = await officer.SubmitAsync("/nl/invitations", form, ("person", colleague), ("onPaper", "true"));
        (await inUse.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("al gebruikt");

        var other = (await officer.PageAsync("/nl/invitations")).QuerySelectorAll("main li").First(line => line.QuerySelector(".tag") is null).QuerySelector("input[name=person]")!.GetAttribute("value")!;
        using var made = await officer.SubmitAsync("/nl/invitations", form, ("person", other), ("onPaper", "true"));
        var letter = await made.PageAsync();
        InvitationCode.Read(letter.QuerySelector("code.secret")!.TextContent).ShouldNotBeNull();
        (await app.ReadAsync(db => db.Invitations.SingleAsync(Ct))).Address.ShouldBeNull();
    }

    private async Task<TrainingApp> StartAsync(Engine engine) =>
        await TrainingApp.StartAsync(engine, ProviderSettings.SignInThrough(await testProvider.GetAsync()));

    private static async Task<InviteToAccount.Invited> InviteAsync(TrainingApp app, string name, string? address)
    {
        var account = new Account(name, null);
        await app.SaveAsync(account, new RoleGrant(account.Id, Role.Planner, RoleScope.Everywhere, new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch));
        return (await app.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(account.Id, address), Ct))).Value!;
    }

    private static Task<Outcome<AccountId>> AcceptAsync(TestSchool school, InvitationCode code) =>
        school.DoAsync<AcceptInvitation, Outcome<AccountId>>(accept => accept.HandleAsync(new(code.ToString(), new SignInKey("https://issuer.example", "somebody"), []), Ct));
}
