using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Training.Domain.Persistence;

namespace Training.Domain.People;

/// <summary>
/// Looks for national register numbers in every text that the database holds, names of files included, whatever wrote it. It says where one stands
/// and never what it is; a person takes it out.
/// </summary>
public sealed partial class SweepNationalNumbers(TrainingDbContext db)
{
    /// <summary>The shortest text that can hold a number.</summary>
    private const int Shortest = 11;

    private sealed class Found
    {
        public required string Row { get; init; }

        public required string Content { get; init; }
    }

    /// <returns>Table, column and key of each text that holds a number.</returns>
    public async Task<IReadOnlyList<string>> HandleAsync(CancellationToken ct)
    {
        var places = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal))
        {
            foreach (var column in table.Columns.Where(IsText))
            {
                await foreach (var found in TextsOf(table, column).AsAsyncEnumerable().WithCancellation(ct))
                {
                    if (NationalNumberDetector.IsIn(Hashes().Replace(found.Content, " ")))
                        places.Add($"{table.Name}.{column.Name} {found.Row}");
                }
            }
        }

        return places;
    }

    // What a conversion makes a text of is an id, a choice or a number of ours.
    private static bool IsText(IColumn column) =>
        column.PropertyMappings[0].Property is { } property && property.ClrType == typeof(string) && property.GetValueConverter() is null && (property.GetMaxLength() ?? Shortest) >= Shortest;

    private IQueryable<Found> TextsOf(ITable table, IColumn column)
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var key = string.Join(" || ' ' || ", table.PrimaryKey!.Columns.Select(part => $"cast({sql.DelimitIdentifier(part.Name)} as text)"));
        var text = sql.DelimitIdentifier(column.Name);
        var query = $"select {key} as \"Row\", {text} as \"Content\" from {sql.DelimitIdentifier(table.Name)} where length({text}) >= {Shortest}";
        return db.Database.SqlQueryRaw<Found>(query);
    }

    // Digests and ids without hyphens are full of figures.
    [GeneratedRegex("[0-9A-Fa-f]{32,}")]
    private static partial Regex Hashes();
}
