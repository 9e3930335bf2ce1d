using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Training.Benchmarks;

/// <summary>Remembers what was asked of the database, so that it can be counted and asked again without Entity Framework.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    private readonly List<(string Text, IReadOnlyList<(string Name, object? Value)> Parameters)> _asked = [];

    public int Count => _asked.Count;

    public void Forget() => _asked.Clear();

    /// <summary>Asks it all again, bare, and reads every row.</summary>
    public async Task RepeatAsync(string file, CancellationToken ct)
    {
        await using var connection = new SqliteConnection($"Data Source={file}");
        await connection.OpenAsync(ct);
        foreach (var (text, parameters) in _asked)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = text;
            foreach (var (name, value) in parameters)
                command.Parameters.AddWithValue(name, value);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                reader.GetValue(0);
        }
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        _asked.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        return ValueTask.FromResult(result);
    }
}
