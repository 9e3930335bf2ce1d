using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Domain.TimeRelease;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.TimeRelease;

public class WarnOfVacanciesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Warns_the_officers_of_the_employer_after_four_and_after_five_months_and_no_more_once_the_post_is_lost(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var taught = new TaughtSchool(school, Ct);
        var (employer, other) = (await taught.OrganisationAsync("ORG-1", "Association"), await taught.OrganisationAsync("ORG-2", "Autre"));
        var officer = await school.WithRoleAsync("Odile", Role.Officer, new(employer.Id));
        await school.WithRoleAsync("Oscar", Role.Officer, new(other.Id));
        await school.SaveAsync(
            new GecoPost(employer.Id, "ACS-7", new(4, 1m, OpenedOn: new(2026, 7, 1))),
            new GecoPost(employer.Id, "ACS-8", new(4, 1m, OpenedOn: new(2026, 7, 1), ClosedOn: new(2026, 8, 1))));
        await taught.PersonAsync(employer, "Anna");
        await school.SaveAsync(new GecoPost(employer.Id, "ACS-1", new(4, 1m, OpenedOn: new(2020, 1, 1))));

        (await OnAsync(school, "2026-10-31")).ShouldBe(0);
        (await OnAsync(school, "2026-11-01")).ShouldBe(1, "four months are over");
        (await OnAsync(school, "2026-11-08")).ShouldBe(0, "it was told");
        (await OnAsync(school, "2026-12-07")).ShouldBe(1, "five months are over");
        (await OnAsync(school, "2027-01-01")).ShouldBe(0, "the post is lost");

        var mail = await school.ReadAsync(db => db.OutboxMessages.OrderBy(m => m.RecordedAt).ToListAsync(Ct));
        mail.ShouldAllBe(m => m.Kind == MessageKind.GecoPostVacant && m.RecipientId == officer.Id);
        var facts = EnrolmentFacts.Read(mail[0].Facts);
        (facts.Session, facts.CourseFr, facts.FirstDay, facts.Until).ShouldBe(("ACS-7", "Association", new(2026, 7, 1), new(2027, 1, 1)));
    }

    [Theory, BothDatabases]
    public async Task Gives_of_two_warnings_that_were_missed_the_later_one(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var employer = await new TaughtSchool(school, Ct).OrganisationAsync("ORG-1", "Association");
        await school.WithRoleAsync("Odile", Role.Officer, new(employer.Id));
        await school.SaveAsync(new GecoPost(employer.Id, "ACS-7", new(4, 1m, OpenedOn: new(2026, 7, 1))));

        (await OnAsync(school, "2026-12-15")).ShouldBe(1);
        (await OnAsync(school, "2026-12-22")).ShouldBe(0);
    }

    private static Task<int> OnAsync(TestSchool school, string day)
    {
        school.Clock.SetOfficeTime($"{day} 07:40");
        return school.DoAsync((WarnOfVacancies use) => use.HandleAsync(Ct));
    }
}
