using System.Text.Json;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The staff lists of <c>samples/</c>, as organisations send them, read by the command.</summary>
public class ImportStaffTests
{
    private readonly Product _product = new();

    [Fact]
    public async Task Adds_a_clean_list_once()
    {
        await OrganisationsAsync();

        var first = await ImportAsync("staff-ASBL-01.csv", "ASBL-01");
        var second = await ImportAsync("staff-ASBL-01.csv", "ASBL-01");

        Number(first, "added").ShouldBe(24);
        Count(first, "refused").ShouldBe(0);
        Number(second, "added").ShouldBe(0);
        Number(second, "unchanged").ShouldBe(24);
    }

    [Fact]
    public async Task Refuses_five_bad_rows_at_once_and_keeps_the_good_ones()
    {
        await OrganisationsAsync();

        var report = await ImportAsync("staff-ASBL-02.csv", "ASBL-02");

        Number(report, "added").ShouldBe(25);
        Count(report, "refused").ShouldBe(5);
        Count(report, "duplicates").ShouldBe(1);
        report.GetProperty("refused").EnumerateArray().ShouldAllBe(note =>
            note.GetProperty("row").GetInt32() > 1 && note.GetProperty("column").GetString()!.Length > 0 && note.GetProperty("reason").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Writes_nothing_when_strict_and_one_row_is_bad()
    {
        await OrganisationsAsync();

        await _product.RunAsync("import", "staff", "samples/staff-ASBL-02.csv", "--organisation", "ASBL-02", "--strict");

        (await _product.RunAsync("status")).Output.ShouldContain("people: 0");
    }

    [Fact]
    public async Task Writes_nothing_on_a_dry_run()
    {
        await OrganisationsAsync();

        var report = await ImportAsync("staff-ASBL-01.csv", "ASBL-01", "--dry-run");

        Number(report, "added").ShouldBe(24);
        (await _product.RunAsync("status")).Output.ShouldContain("people: 0");
    }

    [Fact]
    public async Task Refuses_register_numbers_without_repeating_them_and_keeps_formulas_as_text()
    {
        await OrganisationsAsync();

        var ending = await _product.RunAsync("import", "staff", "samples/staff-ASBL-03.csv", "--organisation", "ASBL-03", "--json");
        var report = JsonDocument.Parse(ending.Output).RootElement;

        Number(report, "added").ShouldBe(18);
        Count(report, "refused").ShouldBe(2);
        (ending.Output + ending.Errors).ShouldNotMatch(@"\d{2}[.]?\d{2}[.]?\d{2}[- ]?\d{3}[. ]?\d{2}");
    }

    [Fact]
    public async Task Reads_a_large_tab_separated_list_and_refuses_its_short_row()
    {
        await OrganisationsAsync();

        var report = await ImportAsync("staff-MUN-21013.tsv", "MUN-21013");

        Number(report, "added").ShouldBe(1199);
        Count(report, "refused").ShouldBe(1);
    }

    [Fact]
    public async Task Reads_a_workbook()
    {
        await OrganisationsAsync();

        var report = await ImportAsync("staff-ASBL-04.xlsx", "ASBL-04");

        Number(report, "added").ShouldBe(35);
        Count(report, "refused").ShouldBe(0);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("PK\u0003\u0004 not really a workbook", "not a readable table")]
    [InlineData("Voornaam;Naam\nAn;Peeters\n", "Columns are missing")]
    public async Task Says_what_is_wrong_with_a_file_that_is_not_a_staff_list(string content, string sentence)
    {
        await OrganisationsAsync();
        var file = TemporaryFiles.NewPath(".csv");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);

        var ending = await _product.RunAsync("import", "staff", file, "--organisation", "ASBL-01");

        ending.ExitCode.ShouldBe(1);
        ending.Errors.ShouldContain(sentence);
    }

    [Fact]
    public async Task Refuses_fifty_megabytes()
    {
        await OrganisationsAsync();
        var file = TemporaryFiles.NewPath(".csv");
        await File.WriteAllBytesAsync(file, new byte[50 * 1024 * 1024], TestContext.Current.CancellationToken);

        var ending = await _product.RunAsync("import", "staff", file, "--organisation", "ASBL-01");

        ending.ExitCode.ShouldBe(1);
        ending.Errors.ShouldContain("too large");
    }

    [Theory]
    [InlineData("import", "staff")]
    [InlineData("import", "staff", "no-such-file.csv", "--organisation", "ASBL-01")]
    [InlineData("import", "everything", "samples/staff-ASBL-01.csv")]
    public async Task Ends_with_2_when_it_is_used_wrongly(params string[] arguments)
    {
        var ending = await _product.RunAsync(arguments);

        ending.ExitCode.ShouldBe(2);
        ending.Errors.ShouldNotBeNullOrWhiteSpace();
    }

    private async Task OrganisationsAsync()
    {
        (await _product.RunAsync("import", "municipalities", "samples/municipalities.csv")).ExitCode.ShouldBe(0);
        (await _product.RunAsync("import", "organisations", "samples/organisations.csv")).ExitCode.ShouldBe(0);
    }

    private async Task<JsonElement> ImportAsync(string file, string organisation, params string[] options) => JsonDocument.Parse(
        (await _product.RunAsync(["import", "staff", $"samples/{file}", "--organisation", organisation, "--json", .. options])).Output).RootElement;

    private static int Number(JsonElement report, string name) => report.GetProperty(name).GetInt32();

    private static int Count(JsonElement report, string name) => report.GetProperty(name).GetArrayLength();
}
