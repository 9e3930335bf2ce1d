namespace Training.Reports.Reporting;

/// <summary>A table as the public may see it: small numbers of people are hidden, and what would give them away.</summary>
public static class Published
{
    private static readonly string[] People = ["Persons", "Participations", "Staff", "StaffTrained"];
    private static readonly string[] Before = ["PreviousPersons"];
    private static readonly string[] Genders = ["Women", "Men", "GenderX", "GenderNotStated"];

    public static ReportTable Of(ReportTable table)
    {
        var counted = table.Columns.Index().Where(column => column.Item.Counts).Select(column => column.Index).ToList();
        if (counted.Count == 0 || table.Rows.Count == 0)
            return table with { Summary = WithoutPeople(table) };

        // All numbers in one list, row by row and the total last, so that sums across and down are seen together.
        var lines = table.Rows.Select(row => row.Cells).Concat(table.Total is null ? [] : [table.Total]).ToList();
        int PlaceOf(int line, int column) => (line * counted.Count) + counted.IndexOf(column);
        var numbers = lines.SelectMany(cells => counted.Select(column => cells[column] as int? ?? 0)).ToList();
        var sums = Across(table, counted, lines.Count, PlaceOf).Concat(table.Total is null ? [] : Down(table, counted, PlaceOf)).ToList();
        var hidden = SmallNumbers.Hide(numbers, sums);

        IReadOnlyList<object?> Covered(int line) =>
            [.. lines[line].Select((cell, column) => cell is int && counted.Contains(column) ? hidden[PlaceOf(line, column)] ?? cell : cell)];
        var covered = WithoutFigures(table.Columns, [.. table.Rows.Select((row, line) => row with { Cells = Covered(line) })], table.Total is null ? null : Covered(lines.Count - 1));
        return table with
        {
            Rows = covered.Rows,
            Total = covered.Total,
            Summary = WithoutPeople(table),
        };
    }

    // Hours, rates and amounts of people whose number is hidden would tell of them; so would a sum from which only one's are missing.
    private static (IReadOnlyList<ReportRow> Rows, IReadOnlyList<object?>? Total) WithoutFigures(IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportRow> rows, IReadOnlyList<object?>? total)
    {
        var lines = rows.Select(row => row.Cells.ToArray()).ToList();
        var sum = total?.ToArray();
        foreach (var (index, column) in columns.Index().Where(column => column.Item is { Counts: false, Kind: not (CellKind.Text or CellKind.Date) }))
        {
            var people = columns.Index().Where(other => (column.Key == "PreviousHours" ? Before : People).Contains(other.Item.Key)).Select(other => other.Index).ToList();
            bool HidesPeople(object?[] cells) => people.Exists(other => cells[other] is HiddenNumber);
            foreach (var group in rows.Index().GroupBy(row => Cells.Canonical(row.Item.Group)))
            {
                var hidden = group.Select(row => lines[row.Index]).Where(cells => cells[index] is not null && HidesPeople(cells)).ToList();
                if (sum?[index] is not null && (HidesPeople(sum) || hidden is [_]))
                    sum[index] = new HiddenNumber(IsSmall: false);
                hidden.ForEach(cells => cells[index] = new HiddenNumber(IsSmall: false));
            }
        }

        return ([.. rows.Select((row, line) => row with { Cells = lines[line] })], sum);
    }

    private static IReadOnlyList<ReportFigure> WithoutPeople(ReportTable table) => [.. table.Summary.Where(figure => figure.Column.Kind == CellKind.Text)];

    // Women, men and so on add up to persons; so do the ages; so do the columns of a table of two dimensions to their last.
    private static IEnumerable<SmallNumbers.Sum> Across(ReportTable table, List<int> counted, int lines, Func<int, int, int> placeOf)
    {
        int Column(string key) => table.Columns.Index().First(column => column.Item.Key == key).Index;
        bool Has(string key) => table.Columns.Any(column => column.Key == key);
        for (var line = 0; line < lines; line++)
        {
            var at = line;
            if (Has("Persons") && Has("Women"))
                yield return new([.. Genders.Select(key => placeOf(at, Column(key)))], placeOf(at, Column("Persons")));
            if (Has("Persons") && Has("Age26"))
                yield return new([.. AgeBand.All.Select(band => placeOf(at, Column(band.Key)))], placeOf(at, Column("Persons")));
            if (Has("CrossTotal"))
                yield return new([.. counted.Where(column => table.Columns[column].Key == "Cross").Select(column => placeOf(at, column))], placeOf(at, Column("CrossTotal")));
        }
    }

    private static IEnumerable<SmallNumbers.Sum> Down(ReportTable table, List<int> counted, Func<int, int, int> placeOf) =>
        from column in counted
        from ofGroup in table.Rows.Index().GroupBy(row => Cells.Canonical(row.Item.Group))
        where ofGroup.Any(row => row.Item.Cells[column] is int)
        select new SmallNumbers.Sum([.. ofGroup.Select(row => placeOf(row.Index, column))], placeOf(table.Rows.Count, column));
}
