using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Somebody whom a provider knows and no account asks for access, and somebody who knows them decides.</summary>
public class AccessRequestTests(TestProvider testProvider)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Opens_the_file_that_the_officer_of_the_employer_points_out(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var (person, employer) = await ColleagueAsync(app, "ASBL-01");
        await KnowOfficerAsync(app, "olga", employer);

        using var asker = new Visitor(app);
        var form = await asker.SignInAsync("nadia", provider: "personal", returnUrl: "/fr/access-request");
        form.Address.AbsolutePath.ShouldBe("/fr/access-request");
        var asked = await asker.SubmitAsync(form, ("firstName", person.FirstName), ("lastName", person.LastName), ("email", "nadia@home.example"),
            ("organisation", employer.Value.ToString()), ("reason", "Pour suivre mes formations."));
        asked.Text.ShouldContain("attend une décision");
        asked.Text.ShouldContain("nadia@home.example");

        // Signing in again shows where it stands, and asking twice is not needed.
        using var again = new Visitor(app);
        (await again.SignInAsync("nadia", provider: "personal")).Address.AbsolutePath.ShouldBe("/fr/access-request");

        using var officer = new Visitor(app);
        var list = await officer.SignInAsync("olga", returnUrl: "/fr/access-requests");
        var request = await app.ReadAsync(db => db.AccessRequests.SingleAsync(Ct));
        list.Html.QuerySelector($"main a[href='/fr/access-requests/{request.Id.Value}']").ShouldNotBeNull();
        var page = await officer.GetAsync($"/fr/access-requests/{request.Id.Value}");
        page.Html.QuerySelector($"main input[name=person][value='{person.Id.Value}']").ShouldNotBeNull();
        var done = await officer.SubmitAsync(page, page.Html.Forms.First(one => one.QuerySelector("input[name=person]") is not null),
            ("person", person.Id.Value.ToString()), ("decision", "grant"));
        done.Address.AbsolutePath.ShouldBe("/fr/access-requests");

        (await again.GetAsync("/fr/access-request")).Text.ShouldContain("Votre accès est ouvert");
        (await again.GetAsync("/fr/sign-in/arrived?returnUrl=%2Ffr%2Fmy-file")).SignedInAs.ShouldBe(person.FullName);
        using var later = new Visitor(app);
        var own = await later.SignInAsync("nadia", provider: "personal", returnUrl: "/fr/my-file");
        (own.Address.AbsolutePath, own.SignedInAs).ShouldBe(("/fr/my-file", person.FullName));

        var letter = await app.ReadAsync(db => db.OutboxMessages.SingleAsync(m => m.Kind == MessageKind.AccessGranted, Ct));
        letter.Address.ShouldBe("nadia@home.example");
        var records = await app.ReadAsync(db => db.ChangeRecords.Where(r => r.AggregateId == request.Id.Value).OrderBy(r => r.Sequence).ToListAsync(Ct));
        records.Count.ShouldBe(2);
        records.ShouldAllBe(record => record.Aggregate == "access-request" && !record.Changes.Contains(person.LastName) && !record.Changes.Contains("nadia@home.example"));
        records[1].By.ShouldBe("olga");
    }

    [Theory, BothDatabases]
    public async Task Tells_the_reason_of_a_refusal_and_lets_one_ask_again(Engine engine)
    {
        await using var app = await StartAsync(engine);
        var (_, employer) = await ColleagueAsync(app, "ASBL-01");
        await KnowOfficerAsync(app, "olga", employer);
        using var asker = new Visitor(app);
        var form = await asker.SignInAsync("nadia", provider: "personal", returnUrl: "/fr/access-request");

        var incomplete = await asker.SubmitAsync(form, ("firstName", "Nadia"), ("lastName", ""), ("organisation", ""), ("employer", ""), ("reason", "Bonjour"));
        incomplete.Html.QuerySelector("#lastName-error").ShouldNotBeNull();
        incomplete.Html.QuerySelector("#organisation-error").ShouldNotBeNull();
        incomplete.Html.QuerySelector("input[name=firstName]")!.GetAttribute("value").ShouldBe("Nadia");
        await asker.SubmitAsync(incomplete, ("firstName", "Nadia"), ("lastName", "Nouvelle"), ("organisation", employer.Value.ToString()), ("reason", "Bonjour"));

        var request = await app.ReadAsync(db => db.AccessRequests.SingleAsync(Ct));
        using var officer = new Visitor(app);
        await officer.SignInAsync("olga");
        var page = await officer.GetAsync($"/fr/access-requests/{request.Id.Value}");
        Task<Visitor.Page> RefuseAsync(string reason) => officer.SubmitAsync(page, page.Html.Forms.Last(one => one.QuerySelector("textarea[name=reason]") is not null), ("reason", reason), ("decision", "refuse"));
        (await RefuseAsync(" ")).Html.QuerySelector("main [role=alert]").ShouldNotBeNull();
        (await RefuseAsync("Vous ne travaillez pas chez nous.")).Address.AbsolutePath.ShouldBe("/fr/access-requests");

        using var again = new Visitor(app);
        var told = await again.SignInAsync("nadia", provider: "personal");
        told.Text.ShouldContain("Vous ne travaillez pas chez nous.");
        told.SignedInAs.ShouldBeNull();
        (await again.SubmitAsync(told, ("firstName", "Nadia"), ("lastName", "Nouvelle"), ("employer", "Une autre ASBL"), ("reason", "J'ai changé d'employeur.")))
            .Text.ShouldContain("Une autre ASBL");

        // Without an address nobody is written to; an employer that is not in the list is the secretariat's.
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.Address != null, Ct))).ShouldBe(0);
        (await officer.GetAsync("/fr/access-requests")).Html.QuerySelector("main .empty").ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Is_decided_in_the_inbox_where_the_name_says_who_it_is(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (person, employer) = await ColleagueAsync(app, "ASBL-02");
        var known = Asked(person.FirstName.ToUpperInvariant(), person.LastName, employer, "one");
        var unknown = Asked("Nobody", "Of-This-Name", employer, "two");
        await app.SaveAsync(known, unknown);
        var planner = await app.ClientForAsync("planner");
        var form = (await planner.PageAsync("/nl/inbox?kind=access")).Form("form[action$='/inbox/access']");

        using var answer = await planner.SubmitAsync("/nl/inbox/access", form, ("item", known.Id.Value.ToString()), ("item", unknown.Id.Value.ToString()), ("action", "grant"));

        (await answer.PageAsync()).QuerySelector("main [role=alert]")!.TextContent.ShouldContain("Nobody Of-This-Name");
        var account = await app.ReadAsync(db => db.Accounts.SingleAsync(a => a.PersonId == person.Id, Ct));
        (await app.ReadAsync(db => db.AccessRequests.SingleAsync(r => r.Id == known.Id, Ct))).AccountId.ShouldBe(account.Id);
        (await app.ReadAsync(db => db.SignInIdentities.SingleAsync(i => i.Subject == "one", Ct))).AccountId.ShouldBe(account.Id);
        (await app.ReadAsync(db => db.RoleGrants.CountAsync(g => g.AccountId == account.Id, Ct))).ShouldBe(0);
    }

    [Theory, BothDatabases]
    public async Task Opens_no_file_to_a_second_person_and_none_twice(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var (person, employer) = await ColleagueAsync(app, "ASBL-02");
        var (first, second) = (Asked(person.FirstName, person.LastName, employer, "one"), Asked(person.FirstName, person.LastName, employer, "two"));
        await app.SaveAsync(first, second);
        Task<Outcome<AccountId>> GrantAsync(AccessRequest request, Reader reader) =>
            app.DoAsync<GrantAccess, Outcome<AccountId>>(grant => grant.HandleAsync(new(request.Id, person.Id, reader), Ct));

        (await GrantAsync(first, Reader.WholeSchool)).IsRefused.ShouldBeFalse();
        (await GrantAsync(second, Reader.WholeSchool)).Refusal.ShouldBeOfType<AccountInUse>();
        (await GrantAsync(first, Reader.WholeSchool)).Refusal.ShouldBeOfType<AccessDecidedAlready>();
        await Should.ThrowAsync<NotFoundException>(() => GrantAsync(second, new Reader { Organisations = [OrganisationId.New()] }));
    }

    [Theory, BothDatabases]
    public async Task Takes_no_national_number_and_one_request_at_a_time(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var facts = new AccessRequestFacts("Nadia", "Nouvelle", null, null, null, "ASBL inconnue", "Pour suivre mes formations.");
        Task<Outcome<AccessRequestId>> AskAsync(AccessRequestFacts said) =>
            app.DoAsync<AskForAccess, Outcome<AccessRequestId>>(ask => ask.HandleAsync(new(new SignInKey("https://issuer.example", "nadia"), said), Ct));

        (await AskAsync(facts with { Reason = "Mon numéro : 99.13.99-001.72" })).IsRefused.ShouldBeTrue();
        (await AskAsync(facts with { Email = "no address" })).Refusal.ShouldBeOfType<AddressUnusable>();
        (await AskAsync(facts with { EmployerName = " " })).Refusal.ShouldBeOfType<EmployerMissing>();
        var outcomes = await Task.WhenAll(AskAsync(facts), AskAsync(facts));
        outcomes.Count(outcome => !outcome.IsRefused).ShouldBe(1);
        (await AskAsync(facts)).Refusal.ShouldBeOfType<AccessAskedAlready>();
    }

    private static AccessRequest Asked(string firstName, string lastName, OrganisationId employer, string subject) =>
        new(new SignInKey("https://issuer.example", subject), new AccessRequestFacts(firstName, lastName, null, null, employer, null, "To see my file."), DateTimeOffset.UnixEpoch);

    // Somebody whom no account knows and whose name nobody else of the employer bears.
    private static async Task<(Person Person, OrganisationId Employer)> ColleagueAsync(TrainingApp app, string code)
    {
        var employer = await app.ReadAsync(db => db.Organisations.SingleAsync(o => o.Code == code, Ct));
        var staff = await app.ReadAsync(db => db.People.Where(p => db.Employments.Any(e => e.PersonId == p.Id && e.OrganisationId == employer.Id)).OrderBy(p => p.Id).ToListAsync(Ct));
        var accounts = await app.ReadAsync(db => db.Accounts.Select(a => a.PersonId).ToListAsync(Ct));
        return (staff.First(person => !accounts.Contains(person.Id) && staff.Count(other => other.FullName == person.FullName) == 1), employer.Id);
    }

    private static async Task KnowOfficerAsync(TrainingApp app, string userName, OrganisationId employer)
    {
        var account = new Account(userName, null);
        await app.SaveAsync(account, new RoleGrant(account.Id, Role.Officer, new RoleScope(employer), new(2026, 1, 1), "test", DateTimeOffset.UnixEpoch),
            new SignInIdentity(account.Id, SignInKey.Entra(Training.Provider.OpenIdProvider.TenantId, new Training.Provider.ProviderPerson(userName).ObjectId.ToString()), DateTimeOffset.UnixEpoch));
    }

    private async Task<TrainingApp> StartAsync(Engine engine) =>
        await TrainingApp.StartWithSampleSchoolAsync(engine, ProviderSettings.SignInThrough(await testProvider.GetAsync()));
}
