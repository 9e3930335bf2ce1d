using System.Text.Json;
using Shouldly;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The list of GECO posts of <c>samples/</c>, good rows and bad ones, read by the command.</summary>
public class ImportPostsTests
{
    private readonly Product _product = new();

    [Fact]
    public async Task Keeps_the_good_rows_says_why_the_others_are_refused_and_repeats_no_register_number()
    {
        await PrepareAsync();

        var first = await ImportAsync();
        var second = await ImportAsync();

        first.ExitCode.ShouldBe(1);
        // Four of the posts are known from the staff list and one is new.
        (Number(first, "added"), Number(first, "changed"), Count(first, "refused"), Count(first, "duplicates")).ShouldBe((1, 4, 7, 1));
        (Number(second, "added"), Number(second, "changed"), Number(second, "unchanged")).ShouldBe((0, 0, 5));
        (first.Output + first.Errors).ShouldNotContain("033.28");
    }

    [Fact]
    public async Task Writes_nothing_when_strict_and_one_row_is_bad()
    {
        await PrepareAsync();

        Number(await ImportAsync("--strict"), "added").ShouldBe(0);
        Number(await ImportAsync("--dry-run"), "added").ShouldBe(1);
        Number(await ImportAsync(), "added").ShouldBe(1);
    }

    private async Task PrepareAsync()
    {
        foreach (var (what, file) in new[] { ("municipalities", "municipalities.csv"), ("organisations", "organisations.csv") })
            (await _product.RunAsync("import", what, $"samples/{file}")).ExitCode.ShouldBe(0);
        (await _product.RunAsync("import", "staff", "samples/staff-ASBL-01.csv", "--organisation", "ASBL-01")).ExitCode.ShouldBe(0);
    }

    private Task<Product.Ending> ImportAsync(params string[] options) =>
        _product.RunAsync(["import", "posts", "samples/posts-ASBL-01.csv", "--organisation", "ASBL-01", "--json", .. options]);

    private static int Number(Product.Ending ending, string name) => JsonDocument.Parse(ending.Output).RootElement.GetProperty(name).GetInt32();

    private static int Count(Product.Ending ending, string name) => JsonDocument.Parse(ending.Output).RootElement.GetProperty(name).GetArrayLength();
}
