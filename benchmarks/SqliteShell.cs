using System.Text.RegularExpressions;

namespace Training.Benchmarks;

/// <summary>The shell that SQLite comes with, started for one statement on one file.</summary>
internal sealed partial class SqliteShell(string file)
{
    public const string Tool = "sqlite3";
    public const string Nothing = "select 1";

    public string File => file;

    /// <param name="sql">With its parameters before it, one <c>.param set</c> a line, as Entity Framework writes them.</param>
    public Task<string> RunAsync(string sql, CancellationToken ct) =>
        ExternalTool.RunAsync(Tool, ["-batch", "-list", file], Parameter().Replace(sql, """$1 "$2" """) + ";\n", ct);

    // Without quotes around it the shell would work '2026-01-01' out as a subtraction.
    [GeneratedRegex(@"^(\.param set \S+) (.+)$", RegexOptions.Multiline)]
    private static partial Regex Parameter();
}
