using System.Data.Common;
using System.Text.RegularExpressions;

namespace Training.Domain.Persistence;

/// <summary>
/// Tells a database that is away, full or closed to writers from one that refuses what it was given: the first passes, and has nothing to do with
/// what others did at the same time.
/// </summary>
public static partial class DatabaseTrouble
{
    // SQLSTATE of PostgreSQL: connection, read-only transaction, resources (a full disk among them), an operator's intervention, the system.
    private static readonly string[] OfPostgreSql = ["08", "25006", "53", "57", "58"];

    public static bool IsIn(Exception? failure) => failure switch
    {
        null => false,
        DbException { SqlState: { } state } => Array.Exists(OfPostgreSql, trouble => state.StartsWith(trouble, StringComparison.Ordinal)),
        DbException database => database.IsTransient || OfSqlite().IsMatch(database.Message),
        _ => IsIn(failure.InnerException),
    };

    // Busy, locked, read-only, an error of the disk, a full disk, a file that cannot be opened.
    [GeneratedRegex("^SQLite Error (5|6|8|10|13|14):")]
    private static partial Regex OfSqlite();
}
