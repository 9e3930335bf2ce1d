using System.Text.Json;
using Shouldly;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The verbs by which an operator sees the timetable and runs a job.</summary>
public class JobTests
{
    [Fact]
    public async Task List_what_runs_when_and_run_one_dry_and_in_earnest()
    {
        var product = new Product();
        (await product.RunAsync("migrate")).ExitCode.ShouldBe(0);

        using var before = JsonDocument.Parse((await product.RunAsync("job", "list", "--json")).Output);
        var lines = before.RootElement.EnumerateArray().ToList();
        lines.Select(line => line.GetProperty("name").GetString()).ShouldBe(Timetable.Jobs.Select(job => job.Name));
        lines.ShouldAllBe(line => line.GetProperty("next").GetDateTimeOffset() > DateTimeOffset.UnixEpoch && line.GetProperty("last").ValueKind == JsonValueKind.Null);

        var dry = await product.RunAsync("job", "run", "parameter-gap-check", "--dry-run");
        (dry.ExitCode, dry.Errors).ShouldBe((0, ""));
        dry.Output.ShouldStartWith("parameter-gap-check: Succeeded (dry run, taken back); done 0, failed 0");
        (await product.RunAsync("job", "run", "parameter-gap-check")).ExitCode.ShouldBe(0);

        using var after = JsonDocument.Parse((await product.RunAsync("job", "list", "--json")).Output);
        after.RootElement.EnumerateArray().Where(line => line.GetProperty("last").ValueKind == JsonValueKind.String)
            .ShouldHaveSingleItem().GetProperty("name").GetString().ShouldBe("parameter-gap-check");
        (await product.RunAsync("job", "list")).Output.ShouldContain("parameter-gap-check");
    }

    [Fact]
    public async Task Name_the_jobs_to_who_asks_for_one_that_is_not_there()
    {
        var ending = await new Product().RunAsync("job", "run", "dig-holes");

        ending.ExitCode.ShouldBe(2);
        ending.Errors.ShouldContain("session-go-no-go");
    }
}
