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
/// Every parameter row, asked by key and day: the most specific scope wins, then the row that holds on the key's reference date;
/// of several, the one recorded last.
/// </summary>
public sealed class ParameterBook(IEnumerable<Parameter> rows)
{
    private readonly ILookup<string, Parameter> _rows = rows.ToLookup(row => row.Key);

    public IEnumerable<string> Keys => _rows.Select(group => group.Key);

    /// <summary>Every row of a key, also those that another one has replaced.</summary>
    public IEnumerable<Parameter> RowsOf(string key) => _rows[key];

    /// <param name="on">The day that is judged; the key says which date counts for it (<see cref="ReferenceDates"/>).</param>
    /// <param name="scopes">The organisation, course, programme and grant that the question is about.</param>
    public Parameter Row(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        Find(key, on, scopes) ?? throw new MissingParameterException(key, ReferenceDates.For(key, on));

    /// <summary>The same, or nothing where no row holds: for those who show that it is missing.</summary>
    public Parameter? Find(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes)
    {
        var date = ReferenceDates.For(key, on);
        return _rows[key]
            .Where(row => row.HoldsOn(date) && (row.Scope == ParameterScope.Global || scopes.Contains(row.ScopeId!.Value)))
            .OrderByDescending(row => row.Scope)
            .ThenByDescending(row => row.RecordedAt)
            .ThenByDescending(row => row.Id.Value)
            .FirstOrDefault();
    }

    public int Number(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        int.Parse(Row(key, on, scopes).Value, CultureInfo.InvariantCulture);

    public decimal Fraction(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        decimal.Parse(Row(key, on, scopes).Value, CultureInfo.InvariantCulture);

    public bool Flag(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) => bool.Parse(Row(key, on, scopes).Value);

    /// <summary>Whole numbers, written <c>4,5</c>.</summary>
    public IReadOnlyList<int> Numbers(string key, DateOnly on, params IReadOnlyCollection<Guid> scopes) =>
        [.. Row(key, on, scopes).Value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    /// <summary>A day of the year, written <c>03-31</c>.</summary>
    public DateOnly DayOfYear(string key, DateOnly on, int year, params IReadOnlyCollection<Guid> scopes)
    {
        var parts = Row(key, on, scopes).Value.Split('-').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new DateOnly(year, parts[0], parts[1]);
    }

    /// <summary>The last day of a stretch of the year, written <c>09-01/12-31</c>.</summary>
    public DateOnly LastDayOfWindow(string key, DateOnly on, int year) =>
        DateOnly.ParseExact($"{year:0000}-{Row(key, on).Value.Split('/')[1]}", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>This book as it would be with one more row, recorded last.</summary>
    public ParameterBook With(Parameter row) => new(_rows.SelectMany(group => group).Append(row));
}
