using Shouldly;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs.AcceleratedYear;

public class AcceleratedYearTests
{
    [Theory, BothDatabases]
    public async Task Brings_every_mail_certificate_charge_and_ledger_entry_that_the_calendar_expects_and_no_other(Engine engine)
    {
        await using var year = await SchoolYear.OpenAsync(engine);

        await year.LiveAsync(new PeopleOfTheYear(year.App).Acts());

        var (expected, happened) = (ExpectedYear.Read(), await YearEvents.OfAsync(year));
        Without(expected, happened).Select(line => $"missing: {line}").Concat(Without(happened, expected).Select(line => $"not expected: {line}"))
            .Order(StringComparer.Ordinal).ToList().ShouldBeEmpty();
        Directory.GetFiles(year.App.Mailbox, "*.eml").Length.ShouldBe(expected.Count(line => line.Contains(" | mail ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Gives_each_of_the_nineteen_jobs_something_to_do()
    {
        var expected = ExpectedYear.Read();

        Timetable.Jobs.Take(19).Where(job => !expected.Exists(line => line.Contains($" {job.Name} | ", StringComparison.Ordinal))).ShouldBeEmpty();
    }

    // As many times as it stands in the one more often than in the other.
    private static IEnumerable<string> Without(List<string> some, List<string> others)
    {
        var left = others.CountBy(line => line).ToDictionary();
        return some.Where(line => (left[line] = left.GetValueOrDefault(line) - 1) < 0);
    }
}
