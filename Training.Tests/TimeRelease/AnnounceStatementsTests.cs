using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

public class AnnounceStatementsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Tells_the_officers_of_employers_with_posts_on_the_third_working_day_and_once_a_month(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, without) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Autre"));
        var officer = await school.WithRoleAsync("Odile", Role.Officer, new(employer.Id));
        await school.WithRoleAsync("Oscar", Role.Officer, new(without.Id));
        await taught.PersonAsync(employer, "Anna");

        // 1 January 2027 is a holiday and a Friday: Monday 4, Tuesday 5, Wednesday 6.
        (await OnAsync(school, "2027-01-05")).ShouldBe(0);
        (await OnAsync(school, "2027-01-06")).ShouldBe(1);
        (await OnAsync(school, "2027-01-07")).ShouldBe(0);
        (await OnAsync(school, "2027-02-03")).ShouldBe(1);

        var mail = await school.ReadAsync(db => db.OutboxMessages.OrderBy(m => m.RecordedAt).ToListAsync(Ct));
        mail.ShouldAllBe(m => m.Kind == MessageKind.GecoStatementReady && m.RecipientId == officer.Id);
        mail.ConvertAll(m => EnrolmentFacts.Read(m.Facts)).ConvertAll(f => (f.CourseNl, f.FirstDay, f.LastDay))
            .ShouldBe([("Association (NL)", new(2026, 12, 1), new(2026, 12, 31)), ("Association (NL)", new(2027, 1, 1), new(2027, 1, 31))]);
    }

    private static Task<int> OnAsync(TestSchool school, string day)
    {
        school.Clock.SetOfficeTime($"{day} 06:20");
        return school.DoAsync((AnnounceStatements use) => use.HandleAsync(Ct));
    }
}
