using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Courses;
using Training.Domain.Funding;
using Training.Domain.Messages;
using Training.Domain.Parameters;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Funding;

public class WarnOfDeadlinesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Warns_sixty_thirty_and_seven_days_ahead_of_the_yearly_day_of_a_programme_and_of_a_day_in_a_decree(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await school.WithRoleAsync("Mia", Role.Manager);
        await GrantAsync(school, "COCOF-26", "COHESION", grant => grant.MustDeliver(new(2027, 2, 15), new LocalizedText("Compte", "Rekening")));

        var told = new List<string>();
        for (var monday = new DateOnly(2026, 11, 30); monday < new DateOnly(2027, 5, 1); monday = monday.AddDays(7))
        {
            if (await OnAsync(school, monday) > 0)
                told.Add(monday.ToString("yyyy-MM-dd", null));
        }

        // 15 February less 60, 30, 7; 31 March less 60, 30, 7; each on the Monday that comes.
        told.ShouldBe(["2026-12-21", "2027-01-18", "2027-02-01", "2027-02-08", "2027-03-01", "2027-03-29"]);
        var mail = await school.ReadAsync(db => db.OutboxMessages.OrderBy(m => m.RecordedAt).ToListAsync(Ct));
        mail.ShouldAllBe(m => m.Kind == MessageKind.FundingDeadlineNear && m.Address == "Mia@example.org");
        mail.ConvertAll(m => AddresseeFacts.Read(m.Facts).About.ShouldNotBeNull()).ConvertAll(f => (f.Session, f.Until))
            .ShouldBe([("COCOF-26", new(2027, 2, 15)), ("COCOF-26", new(2027, 2, 15)), ("COHESION", new(2027, 3, 31)), ("COCOF-26", new(2027, 2, 15)), ("COHESION", new(2027, 3, 31)), ("COHESION", new(2027, 3, 31))]);
    }

    [Theory, BothDatabases]
    public async Task Warns_a_manager_who_follows_no_training_at_the_address_of_their_invitation(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var account = new Account("Mia", person: null);
        var invitation = new Invitation(account.Id, InvitationCode.New(), "mia@school.example", new(2026, 2, 1), "tester", school.Clock.GetUtcNow());
        invitation.Accept(["mia@school.example"], new(2026, 1, 15), school.Clock.GetUtcNow()).ShouldBeNull();
        await school.SaveAsync(account, invitation, new RoleGrant(account.Id, Role.Manager, RoleScope.Everywhere, new(2026, 1, 1), "tester", school.Clock.GetUtcNow()));
        await GrantAsync(school, "COCOF-26", "COHESION", _ => { });

        (await OnAsync(school, new(2027, 3, 1))).ShouldBe(1);
        (await OnAsync(school, new(2027, 3, 8))).ShouldBe(0, "it was told");

        (await school.ReadAsync(db => db.OutboxMessages.Select(m => m.Address).ToListAsync(Ct))).ShouldBe(["mia@school.example"]);
    }

    [Theory, BothDatabases]
    public async Task Knows_the_days_of_educational_leave_only_where_the_school_offers_it(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await school.WithRoleAsync("Mia", Role.Manager);

        (await OnAsync(school, new(2027, 10, 25))).ShouldBe(0);
        await school.SaveAsync(new Parameter(new ParameterRow(ParameterKeys.PelEnabled, "true", new(2027, 1, 1), null, "Decision", ParameterCertainty.Seen), "tester", school.Clock.GetUtcNow()));

        (await OnAsync(school, new(2027, 10, 25))).ShouldBe(1, "31 October, the hand-in");
        (await OnAsync(school, new(2027, 12, 27))).ShouldBe(1, "31 December, the end of the claims");
    }

    private static async Task GrantAsync(TestSchool school, string code, string programme, Action<Grant> adjust)
    {
        var id = await school.ReadAsync(db => db.Programmes.Where(p => p.Code == programme).Select(p => p.Id).SingleAsync(Ct));
        var grant = new Grant(code, id, new GrantTerms(
            new LocalizedText(code, code), code, new(2026, 1, 1), new(2026, 12, 31), null, CostBasis.Delivery, 1000, 1000m, null, 1, new GrantReach(false, null, null),
            SignatureKind.PaperHalfDay, LocalizedText.Empty, null));
        adjust(grant);
        await school.SaveAsync(grant);
    }

    private static Task<int> OnAsync(TestSchool school, DateOnly day)
    {
        school.Clock.SetOfficeTime(day, new(7, 45));
        return school.DoAsync((WarnOfDeadlines use) => use.HandleAsync(Ct));
    }
}
