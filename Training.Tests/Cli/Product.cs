using System.Diagnostics;
using Training.Tests.Infrastructure;

namespace Training.Tests.Cli;

/// <summary>The executable as an operator runs it, on a SQLite file of its own or on a database that the test made.</summary>
/// <param name="settings">As variables of the environment write them.</param>
internal sealed class Product(TestDatabase? database = null, params (string Name, string Value)[] settings)
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
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Ending(process.ExitCode, await output, await errors);
    }
}
