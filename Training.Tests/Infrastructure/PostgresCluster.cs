using System.Globalization;
using Npgsql;

namespace Training.Tests.Infrastructure;

/// <summary>A PostgreSQL of one's own. It ends with this process, if not before.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private static readonly string Script = Repository.PathOf("Training.Tests", "Infrastructure", "postgres.sh");

    private readonly string _folder;

    private PostgresCluster(string folder, string address) => (_folder, Address) = (folder, address);

    public string Address { get; }

    public static async Task<PostgresCluster> StartAsync()
    {
        var output = await ExternalTool.RunAsync(Script, "start", Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var folder, var address] ? new(folder, address) : throw new InvalidOperationException(output);
    }

    /// <summary>Ends it without a chance to tidy up, and starts it again at the same address.</summary>
    public async Task CrashAsync()
    {
        await ExternalTool.RunAsync(Script, "crash", _folder);

        // What this process holds open to it is dead.
        NpgsqlConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync() => await ExternalTool.RunAsync(Script, "stop", _folder);
}
