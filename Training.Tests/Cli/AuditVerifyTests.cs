using Microsoft.Data.Sqlite;
using Shouldly;
using Xunit;

namespace Training.Tests.Cli;

/// <summary>The verb by which an operator holds the record of changes against its hashes.</summary>
public class AuditVerifyTests
{
    [Fact]
    public async Task Passes_on_the_sample_school_and_names_the_first_broken_link_after_one_byte_is_changed()
    {
        var product = new Product();
        (await product.RunAsync("sample", "load", "samples", "--as-of", "2026-11-23")).ExitCode.ShouldBe(0);

        var whole = await product.RunAsync("audit", "verify");
        await ChangeOneByteAsync(product.ConnectionString);
        var broken = await product.RunAsync("audit", "verify");

        whole.ExitCode.ShouldBe(0, whole.Errors);
        whole.Output.ShouldStartWith("whole:");
        broken.ExitCode.ShouldBe(1);
        broken.Errors.ShouldMatch(@"^broken: organisation [0-9a-f-]{36} #1: ");
    }

    private static async Task ChangeOneByteAsync(string connectionString)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            drop trigger change_records_no_update;
            update change_records set changes = replace(changes, 'Added', 'Addee')
            where rowid = (select rowid from change_records where aggregate = 'organisation' and sequence = 1 order by aggregate_id limit 1);
            """;
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
