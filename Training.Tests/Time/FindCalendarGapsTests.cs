using Shouldly;
using Training.Domain.Time;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Time;

public class FindCalendarGapsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Names_this_year_and_the_next_until_each_has_a_closing_day(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        (await FindAsync(school)).ShouldBe([2026, 2027]);

        await school.SaveAsync(new ClosingDay(new(2026, 12, 24), "Pont"), new ClosingDay(new(2028, 1, 2), "Pont"));
        (await FindAsync(school)).ShouldBe([2027]);

        await school.SaveAsync(new ClosingDay(new(2027, 12, 24), "Pont"));
        (await FindAsync(school)).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<int>> FindAsync(TestSchool school) => school.DoAsync((FindCalendarGaps use) => use.HandleAsync(Ct));
}
