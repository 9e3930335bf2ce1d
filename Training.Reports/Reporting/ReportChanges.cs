namespace Training.Reports.Reporting;

/// <summary>A report of the difference between two: one line for each figure that is another, by the texts of its row.</summary>
internal static class ReportChanges
{
    private static readonly ReportColumn[] Columns =
    [
        new("ChangedRow", CellKind.Text), new("ChangedFigure", CellKind.Text), new("ChangedUnit", CellKind.Text), new("Then", CellKind.Figure), new("Now", CellKind.Figure), new("Difference", CellKind.Figure),
    ];

    private sealed record Line(ReportTable Table, ReportRow Row);

    public static ReportTable Of(ReportTable then, ReportTable now)
    {
        var (before, after) = (LinesOf(then), LinesOf(now));
        var columns = now.Columns.Concat(then.Columns).DistinctBy(KeyOf).ToList();
        var rows =
            from key in before.Keys.Union(after.Keys)
            let lines = (Then: before.GetValueOrDefault(key), Now: after.GetValueOrDefault(key))
            let named = lines.Now ?? lines.Then!
            from column in columns
            let cells = (Then: CellOf(lines.Then, column), Now: CellOf(lines.Now, column))
            where Cells.Canonical(cells.Then) != Cells.Canonical(cells.Now)
            select new ReportRow(
                $"{key}|{KeyOf(column)}", named.Row.Group,
                [NameOf(named), column.Title ?? new Word($"Report_Column_{column.Key}"), new Word($"Report_Unit_{column.Kind}"), new Figure(cells.Then, column.Kind), new Figure(cells.Now, column.Kind), DifferenceOf(cells, column.Kind)]);
        return new ReportTable(Columns, [.. rows], Total: null);
    }

    // The total is a line as well.
    private static Dictionary<string, Line> LinesOf(ReportTable table) =>
        table.Rows.Concat(table.Total is { } total ? [new ReportRow("", null, total)] : []).ToDictionary(row => row.Key, row => new Line(table, row));

    private static string KeyOf(ReportColumn column) => $"{column.Key}{(column.Title is { } title ? ":" + Cells.Canonical(title) : "")}";

    private static object? CellOf(Line? line, ReportColumn column) =>
        line?.Table.Columns.Index().Where(one => KeyOf(one.Item) == KeyOf(column)).Select(one => line.Row.Cells[one.Index]).FirstOrDefault();

    private static object[] NameOf(Line line) =>
        [.. line.Row.Cells.Where((cell, index) => cell is not null && line.Table.Columns[index].Kind is CellKind.Text or CellKind.Date).OfType<object>()];

    private static Figure? DifferenceOf((object? Then, object? Now) cells, CellKind kind) => cells switch
    {
        (int or null, int or null) => new((cells.Now as int? ?? 0) - (cells.Then as int? ?? 0), kind),
        (decimal or null, decimal or null) => new((cells.Now as decimal? ?? 0) - (cells.Then as decimal? ?? 0), kind),
        _ => null,
    };
}
