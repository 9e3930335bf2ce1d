using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
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
        (await app.ReadAsync(db => db.Invitations.SingleAsync(i => i.AcceptedAt == null, Ct))).Address.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_mailed_to_its_address_with_a_link_that_works_once_and_for_that_address(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var invited = await InviteAsync(app, "Els Planner", "els@example.org");
        (await app.ReadAsync(db => db.OutboxMessages.SingleAsync(Ct))).Facts.ShouldNotContain(invited.Code.ToString());

        await app.SendMailAsync(Ct);

        // Nobody knows her language: the letter is in both.
        var letter = await MimeMessage.LoadAsync(Directory.GetFiles(app.Mailbox, "*.eml").ShouldHaveSingleItem(), Ct);
        letter.To.Mailboxes.Single().Address.ShouldBe("els@example.org");
        letter.TextBody.ShouldNotBeNull().ShouldContain("ne sert qu'une fois");
        letter.TextBody.ShouldContain("maar één keer");
        letter.TextBody.ShouldNotContain(invited.Code.ToString());
        var path = new Uri(letter.TextBody.Split('\n', '\r').Single(line => line.Contains("/fr/invitation/", StringComparison.Ordinal))).AbsolutePath;

        using var thief = new Visitor(app);
        var refused = await thief.SubmitAsync(await thief.SignInAsync("mallory", returnUrl: path));
        (refused.SignedInAs, refused.Html.QuerySelector("main [role=alert]")!.TextContent).ShouldSatisfyAllConditions(
            page => page.SignedInAs.ShouldBeNull(), page => page.TextContent.ShouldContain("autre adresse"));
        using var visitor = new Visitor(app);
        (await visitor.SubmitAsync(await visitor.SignInAsync("els", returnUrl: path))).SignedInAs.ShouldBe("Els Planner");
        using var second = new Visitor(app);
        (await second.SubmitAsync(await second.SignInAsync("els-too", returnUrl: path))).SignedInAs.ShouldBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_mailed_in_the_language_of_the_person_and_not_at_all_when_it_is_on_paper(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var people = await app.ReadAsync(db => db.People.Where(p => p.Language == CorrespondenceLanguage.Nl && !db.Accounts.Any(a => a.PersonId == p.Id)).Take(2).ToListAsync(Ct));
        var accounts = people.ConvertAll(person => new Account(person.FullName, person.Id));
        await app.SaveAsync([.. accounts]);
        var before = await app.ReadAsync(db => db.OutboxMessages.CountAsync(Ct));

        await app.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(accounts[0].Id, null), Ct));
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(Ct))).ShouldBe(before);
        await app.DoAsync<InviteToAccount, Outcome<InviteToAccount.Invited>>(invite => invite.HandleAsync(new(accounts[1].Id, "thuis@example.org"), Ct));

        var message = await app.ReadAsync(db => db.OutboxMessages.SingleAsync(m => m.Address == "thuis@example.org", Ct));
        var letter = await app.DoAsync<MessageWriter, MimeMessage>(writer => Task.FromResult(writer.WriteToAddress(message)));
        letter.Subject.ShouldBe("Uw toegang tot het opleidingsbeheer");
        letter.TextBody.ShouldNotBeNull().ShouldContain("/nl/invitation/");
        letter.TextBody.ShouldNotContain("/fr/invitation/");
    }

    [Theory, BothDatabases]
    public async Task Of_oneself_keeps_the_own_file_open_to_a_leaver_whose_roles_have_ended(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var employer = new Organisation("ORG-1", new(OrganisationType.Association, new("A", "A"), null, null, LanguageRegime.Bilingual, "SEC-COH", null));
        var person = new Person(new PersonFacts("Olga", "Test", null, CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var employment = new Employment(person.Id, employer.Id, new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2020, 1, 1)));
        employment.EndOn(TestClock.FirstDay);
        var account = new Account("Olga Test", person.Id);
        await app.SaveAsync(employer, person, employment, account, new RoleGrant(account.Id, Role.Officer, new RoleScope(employer.Id), new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch),
            new SignInIdentity(account.Id, SignInKey.Entra(Training.Provider.OpenIdProvider.TenantId, new Training.Provider.ProviderPerson("olga").ObjectId.ToString()), DateTimeOffset.UnixEpoch));

        // On the last day of work: a code for the way in that stays, used at home.
        using var atWork = new Visitor(app);
        (await atWork.SignInAsync("olga", returnUrl: "/fr/staff-lists")).Status.ShouldBe(HttpStatusCode.OK);
        var paper = await atWork.SubmitAsync(await atWork.GetAsync("/fr/my-sign-ins"), ("address", ""));
        using var atHome = new Visitor(app);
        var accept = await atHome.SignInAsync("olga-at-home", provider: "personal", returnUrl: "/fr/invitation");
        (await atHome.SubmitAsync(accept, ("code", paper.Html.QuerySelector("code.secret")!.TextContent))).SignedInAs.ShouldBe("Olga Test");

        app.Clock.SetOfficeTime(TestClock.FirstDay.AddDays(1), new(9, 0));
        using var later = new Visitor(app);
        (await later.SignInAsync("olga-at-home", provider: "personal", returnUrl: "/fr/my-file")).ShouldSatisfyAllConditions(
            page => page.Status.ShouldBe(HttpStatusCode.OK), page => page.Address.AbsolutePath.ShouldBe("/fr/my-file"), page => page.Text.ShouldContain("Olga Test"));
        (await later.GetAsync("/fr/staff-lists")).Status.ShouldBe(HttpStatusCode.Forbidden);
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
