using Microsoft.EntityFrameworkCore;

namespace Training.Tests.Infrastructure;

/// <summary>The processes that serve one database: two on PostgreSQL, as behind a proxy, and one on SQLite.</summary>
internal sealed class Nodes : IAsyncDisposable
{
    private static readonly (string, string) CheckIn = ("Jobs__CheckIn", "00:00:03");
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    private readonly TestDatabase _database;
    private readonly CancellationToken _ct;
    private readonly List<RunningProduct> _alive = [];

    private Nodes(TestDatabase database, CancellationToken ct) => (_database, _ct) = (database, ct);

    public IReadOnlyList<RunningProduct> Alive => _alive;

    public static async Task<Nodes> StartOnAsync(TestDatabase database, CancellationToken ct)
    {
        var nodes = new Nodes(database, ct);
        nodes._alive.AddRange(await Task.WhenAll(Enumerable.Range(0, database.Engine == Engine.PostgreSql ? 2 : 1).Select(_ => nodes.StartAsync())));
        return nodes;
    }

    /// <summary>Kills the process that does a job once it is in the middle of it. Where it was the only one, another is started in its place.</summary>
    public async Task KillInTheMiddleAsync(IServiceProvider services, string job, Func<Task<bool>> isInTheMiddle)
    {
        await Eventually.Async(isInTheMiddle, _ct, Often);
        var killed = _alive.Count == 1 ? _alive[0] : await AtWorkAsync(services, job);
        await killed.KillAsync();
        await killed.DisposeAsync();
        _alive.Remove(killed);
        if (_alive.Count == 0)
            _alive.Add(await StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _alive)
            await node.DisposeAsync();
    }

    private Task<RunningProduct> StartAsync() => RunningProduct.StartOnAsync(_database, _ct, CheckIn);

    private async Task<RunningProduct> AtWorkAsync(IServiceProvider services, string job)
    {
        var name = await services.ReadAsync(db => db.Database.SqlQuery<string>(
            $"select instance_name as \"Value\" from qrtz_fired_triggers where job_name = {job} and state = 'EXECUTING'").SingleAsync(_ct));
        return _alive.Single(node => name.StartsWith(node.NodePrefix, StringComparison.Ordinal));
    }
}
