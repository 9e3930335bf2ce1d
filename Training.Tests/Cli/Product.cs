using System.Diagnostics;
using Training.Tests.Infrastructure;

namespace Training.Tests.Cli;

/// <summary>The executable as an operator runs it, on a SQLite file of its own or on a database that the test made.</summary>
internal sealed class Product(TestDatabase? database = null)
{
    private readonly string _database = database?.ConnectionString ?? $"Data Source={TemporaryFiles.NewPath(".db")}";

    public string ConnectionString => _database;

    public sealed record Ending(int ExitCode, string Output, string Errors);

    public async Task<Ending> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.PathOf("Training.Web"),
            Environment = { ["ConnectionStrings__Training"] = _database, ["Database__Provider"] = (database?.Engine ?? Engine.Sqlite).ToString(), ["DOTNET_ENVIRONMENT"] = "Test", ["PWD"] = Repository.Root },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ending(process.ExitCode, await output, await errors);
    }
}
