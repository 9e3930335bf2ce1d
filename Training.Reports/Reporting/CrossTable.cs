namespace Training.Reports.Reporting;

/// <summary>Two dimensions crossed, with figures that add up. A page has room for so many columns: the smallest stand together in the last.</summary>
/// <param name="Cell">Of each column but the first and the last; its title is the value of the dimension across.</param>
/// <param name="Figure">Sums up what belongs to a cell.</param>
internal sealed record CrossTable<T>(
    Dimension Down, Func<T, DimensionValue> DownOf, Func<T, DimensionValue> AcrossOf, Func<IEnumerable<T>, int> Figure, ReportColumn Cell, ReportColumn Total)
{
    private const int MostColumns = 20;

    private static readonly DimensionValue Others = new("~~", new Word("Report_Others"));

    public ReportTable Of(IReadOnlyList<T> all)
    {
        var parts = all.GroupBy(one => AcrossOf(one).Key).OrderByDescending(part => Figure(part)).ThenBy(part => part.Key, StringComparer.Ordinal).ToList();
        var shown = parts.Count <= MostColumns ? parts : parts.Take(MostColumns - 1).ToList();
        var labels = shown.ToDictionary(part => part.Key, part => AcrossOf(part.First()));
        DimensionValue ColumnOf(T one) => labels.GetValueOrDefault(AcrossOf(one).Key) ?? Others;

        var values = labels.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Concat(shown.Count < parts.Count ? [Others] : []).ToList();
        IReadOnlyList<object?> Cells(object label, IReadOnlyCollection<T> some)
        {
            var figures = some.GroupBy(one => ColumnOf(one).Key).ToDictionary(part => part.Key, part => Figure(part));
            return [label, .. values.Select(value => (object?)figures.GetValueOrDefault(value.Key)), Figure(some)];
        }

        var rows = all.GroupBy(one => DownOf(one).Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ReportRow($"{Down.Key}:{group.Key}", null, Cells(DownOf(group.First()).Label, [.. group]))).ToList();
        return new ReportTable(
            [new("Label", CellKind.Text), .. values.Select(value => Cell with { Title = value.Label }), Total], rows, rows.Count == 0 ? null : Cells(new Word("Report_Total"), all));
    }
}

internal static class CrossTables
{
    public static readonly ReportColumn Participations = new("Cross", CellKind.Count, Counts: true);
    public static readonly ReportColumn AllParticipations = new("CrossTotal", CellKind.Count, Counts: true);
}
