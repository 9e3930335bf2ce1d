using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Enrolments;
using Training.Domain.Messages;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Enrolments;

public class RemindOfCancellationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // 15 working days before Monday 1 February 2027 is Monday 11 January; 5 before that Monday 4 January, 1 before that Friday 8 January.
    [Theory, BothDatabases]
    public async Task Writes_five_working_days_and_one_before_the_last_free_day_to_whoever_has_a_seat(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-11-23 09:00");
        var session = await school.SessionAsync("S-1", 1, "2027-02-01");
        var (seated, waiting) = (await school.PersonAsync("Anna"), await school.PersonAsync("Bert"));
        await school.EnrolAsync(session, seated);
        await school.EnrolAsync(session, waiting);

        (await OnAsync(school, "2026-12-31")).ShouldBe(0);
        (await OnAsync(school, "2027-01-04")).ShouldBe(1);
        (await OnAsync(school, "2027-01-05")).ShouldBe(0);
        (await OnAsync(school, "2027-01-08")).ShouldBe(1);
        (await OnAsync(school, "2027-01-12")).ShouldBe(0, "the last free day is over");

        var mail = await school.ReadAsync(db => db.OutboxMessages.Where(m => m.Kind == MessageKind.CancellationReminder).ToListAsync(Ct));
        mail.ShouldAllBe(m => m.RecipientId == seated.Id && EnrolmentFacts.Read(m.Facts).Until == new DateOnly(2027, 1, 11));
    }

    [Theory, BothDatabases]
    public async Task Writes_on_the_next_day_what_was_missed_and_the_nearest_only(Engine engine)
    {
        await using var school = await EnrolmentSchool.OnAsync(engine, "2026-11-23 09:00");
        await school.EnrolAsync(await school.SessionAsync("S-1", 1, "2027-02-01"), await school.PersonAsync("Anna"));

        (await OnAsync(school, "2027-01-09")).ShouldBe(1);
        (await OnAsync(school, "2027-01-10")).ShouldBe(0);
    }

    private static Task<int> OnAsync(EnrolmentSchool school, string day)
    {
        school.Clock.SetOfficeTime($"{day} 07:15");
        return school.UseAsync((RemindOfCancellation use) => use.HandleAsync(Ct));
    }
}
