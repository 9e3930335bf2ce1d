using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

/// <summary>The administrator's pages of users, and the hats that come of them.</summary>
public class UsersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Open_an_account_grant_it_a_role_take_it_back_and_block_it(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var administrator = await app.ClientForAsync("administrator");

        using var opened = await administrator.SubmitAsync("/fr/users", (await administrator.PageAsync("/fr/users")).Form("main form[method=post]"), ("name", "Lea Nieuw"));
        var home = opened.Headers.Location!.ToString();
        var page = await administrator.PageAsync(home);
        using var refused = await administrator.SubmitAsync(home, page.Form("main form[action$='/roles']"), ("role", "Officer"));
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("Choisissez un rôle");

        using var granted = await administrator.SubmitAsync(home, page.Form("main form[action$='/roles']"), ("role", "Officer"), ("organisation", "ASBL-02"));
        granted.StatusCode.ShouldBe(HttpStatusCode.Found);
        var held = await app.ReadAsync(db => db.RoleGrants.Where(g => db.Accounts.Any(a => a.Id == g.AccountId && a.Name == "Lea Nieuw")).SingleAsync(Ct));
        (held.Role, held.From, held.GrantedBy).ShouldBe((Role.Officer, TestClock.FirstDay, "administrator"));

        using var ended = await administrator.SubmitAsync(home, (await administrator.PageAsync(home)).Form("main form[action$='/end']"));
        (await app.ReadAsync(db => db.RoleGrants.SingleAsync(g => g.Id == held.Id, Ct))).HoldsOn(TestClock.FirstDay).ShouldBeFalse();

        using var blocked = await administrator.SubmitAsync(home, (await administrator.PageAsync(home)).Form("main form[action$='/block']"));
        (await app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Name == "Lea Nieuw", Ct))).BlockedAt.ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Take_from_a_form_only_what_the_form_asks(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var administrator = await app.ClientForAsync("administrator");
        var accounts = await app.ReadAsync(db => db.Accounts.OrderBy(a => a.Name).ToListAsync(Ct));
        var (planner, other) = (accounts.Single(a => a.Name == "planner"), accounts.Single(a => a.Name == "manager"));
        var home = $"/fr/users/{planner.Id.Value}";

        using var response = await administrator.SubmitAsync(home, (await administrator.PageAsync(home)).Form("main form[action$='/roles']"),
            ("role", "Manager"), ("accountId", other.Id.Value.ToString()), ("account", other.Id.Value.ToString()), ("from", "2000-01-01"), ("grantedBy", "nobody"), ("to", "2099-01-01"));

        var grant = await app.ReadAsync(db => db.RoleGrants.OrderByDescending(g => g.RecordedAt).FirstAsync(Ct));
        (grant.AccountId, grant.Role, grant.From, grant.To, grant.GrantedBy).ShouldBe((planner.Id, Role.Manager, TestClock.FirstDay, null, "administrator"));
    }

    [Theory, BothDatabases]
    public async Task Keep_the_last_administrator(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var administrator = await app.ClientForAsync("administrator");
        var id = (await app.ReadAsync(db => db.Accounts.SingleAsync(a => a.Name == "administrator", Ct))).Id.Value;

        using var response = await administrator.SubmitAsync($"/fr/users/{id}", (await administrator.PageAsync($"/fr/users/{id}")).Form("main form[action$='/end']"));

        (await administrator.PageAsync($"/fr/users/{id}")).QuerySelector("[role=alert]")!.TextContent.ShouldContain("dernière administration");
    }

    [Theory, BothDatabases]
    public async Task Wear_one_hat_at_a_time(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        var page = await officer.PageAsync("/fr/approvals");
        page.QuerySelectorAll("header select[name=hat] option").Select(option => option.GetAttribute("value")).ShouldBe(["officer-approver", "participant"]);

        using var stolen = await officer.SubmitAsync("/fr/approvals", page.Form("header form.hat"), ("hat", "manager"));
        stolen.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var changed = await officer.SubmitAsync("/fr/approvals", page.Form("header form.hat"), ("hat", "participant"));
        changed.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var shut = await officer.GetAsync(new Uri("/fr/approvals", UriKind.Relative), Ct);
        shut.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
