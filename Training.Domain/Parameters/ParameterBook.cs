using System.Globalization;

namespace Training.Domain.Parameters;

/// <summary>No row of a parameter holds on the date asked for. There is never a default: somebody must enter the figure and its source.</summary>
public sealed class MissingParameterException(string key, DateOnly date)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"Parameter '{key}' has no value on {date:yyyy-MM-dd}. Add a row that covers this date."))
{
    public string Key { get; } = key;

    public DateOnly Date { get; } = date;
}

/// <summary>
/// Every parameter row, asked by key and reference date: the most specific scope wins, then the row that holds on that date;
/// of several, the one recorded last.
/// </summary>
public sealed class ParameterBook(IEnumerable<Parameter> rows)
{
    private readonly ILookup<string, Parameter> _rows = rows.ToLookup(row => row.Key);

    /// <param name="scopes">The organisation, course, programme and grant that the question is about.</param>
    public Parameter Row(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        _rows[key]
            .Where(row => row.HoldsOn(on) && (row.Scope == ParameterScope.Global || scopes.Contains(row.ScopeId!.Value)))
            .OrderByDescending(row => row.Scope)
            .ThenByDescending(row => row.RecordedAt)
            .FirstOrDefault()
        ?? throw new MissingParameterException(key, on);

    public int Number(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        int.Parse(Row(key, on, scopes).Value, CultureInfo.InvariantCulture);

    public decimal Fraction(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        decimal.Parse(Row(key, on, scopes).Value, CultureInfo.InvariantCulture);

    public bool Flag(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) => bool.Parse(Row(key, on, scopes).Value);
}
