namespace Training.Reports.Reporting;

/// <summary>A table as the public may see it: small numbers of people are hidden, with what measures these people and what would give them away.</summary>
public static class Published
{
    private const string Persons = nameof(Persons);
    private const string Total = "CrossTotal";

    /// <summary>Columns that say how many people a row is about, and what these people did.</summary>
    private static readonly string[] People = [Persons, "Participations", "Staff", "StaffTrained", "ExchangePeople"];
    private static readonly string[] PeopleBefore = ["PreviousPersons"];
    private static readonly string[] MeasuredBefore = ["PreviousHours"];
    private static readonly string[] Genders = ["Women", "Men", "GenderX", "GenderNotStated"];
    private static readonly string[] Ages = [.. AgeBand.All.Select(band => band.Key)];

    /// <summary>A part of people, and the whole from which it is easily taken: what is left must not be small either.</summary>
    private static readonly (string Part, string Whole)[] Parts = [("Certificates", "Participations"), ("RefusedNoTime", "Refused"), ("Present", "Expected")];

    /// <summary>Columns of which one follows from the other.</summary>
    private static readonly string[][] Twins = [["Certificates", "DropOuts"], ["Invoiced", "AmountEur"]];

    public static ReportTable Of(ReportTable table)
    {
        var published = table with { Summary = [.. table.Summary.Where(figure => figure.Column.Kind == CellKind.Text)] };
        if (table.Rows.Count == 0)
            return published;

        // All figures in one list, row by row and the total last, so that sums across and down are seen together.
        var lines = table.Rows.Select(row => row.Cells).Concat(table.Total is null ? [] : [table.Total]).ToList();
        var keys = table.Columns.Select(column => column.Key).ToList();
        int PlaceOf(int line, int column) => (line * keys.Count) + column;
        var figures = lines.SelectMany(cells => cells.Select((cell, column) => new SmallNumbers.Figure(ValueOf(cell) ?? 0, table.Columns[column].Counts))).ToList();
        var sums = table.Total is null ? [] : Down(table, PlaceOf).ToList();
        var bound = new List<(int Place, int Other)>();
        foreach (var (line, cells) in lines.Index())
        {
            sums.AddRange(Across(keys, column => PlaceOf(line, column)));
            bound.AddRange(Bound(table.Columns, cells).Select(pair => (PlaceOf(line, pair.Column), PlaceOf(line, pair.Other))));
            foreach (var (part, whole) in Parts.Select(pair => (Part: keys.IndexOf(pair.Part), Whole: keys.IndexOf(pair.Whole))).Where(pair => pair is { Part: >= 0, Whole: >= 0 }))
            {
                if (ValueOf(cells[whole]) - ValueOf(cells[part]) is not { } left || left < 0)
                    continue;

                sums.Add(new([PlaceOf(line, part), figures.Count], PlaceOf(line, whole)));
                figures.Add(new(left, IsUntold: true));
            }
        }

        var hidden = SmallNumbers.Hide(figures, sums, bound.ToLookup(pair => pair.Place, pair => pair.Other));
        IReadOnlyList<object?> Covered(int line) => [.. lines[line].Select((cell, column) => ValueOf(cell) is null ? cell : hidden[PlaceOf(line, column)] ?? cell)];
        return published with { Rows = [.. table.Rows.Select((row, line) => row with { Cells = Covered(line) })], Total = table.Total is null ? null : Covered(lines.Count - 1) };
    }

    private static decimal? ValueOf(object? cell) => cell switch { int whole => whole, decimal number => number, _ => null };

    // Where the number of people is hidden, so is all that counts or measures them.
    private static IEnumerable<(int Column, int Other)> Bound(IReadOnlyList<ReportColumn> columns, IReadOnlyList<object?> cells)
    {
        var figures = columns.Index().Where(column => ValueOf(cells[column.Index]) is not null).ToList();
        IEnumerable<int> In(string[] keys) => figures.Where(column => keys.Contains(column.Item.Key)).Select(column => column.Index);
        var before = In([.. PeopleBefore, .. MeasuredBefore]);
        var now = figures.Select(column => column.Index).Except(before).Except(In([.. Genders, .. Ages]));
        return
        [
            .. from people in In(People) from other in now where other != people select (people, other),
            .. from people in In(PeopleBefore) from other in before where other != people select (people, other),
            .. from twins in Twins from one in In(twins) from other in In(twins) where one != other select (one, other),
        ];
    }

    // Women, men and so on add up to persons; so do the ages; so do the columns of a table of two dimensions to their last.
    private static IEnumerable<SmallNumbers.Sum> Across(List<string> keys, Func<int, int> placeOf)
    {
        foreach (var parts in new[] { Genders, Ages }.Where(parts => keys.Contains(Persons) && keys.Contains(parts[0])))
            yield return new([.. parts.Select(key => placeOf(keys.IndexOf(key)))], placeOf(keys.IndexOf(Persons)));
        if (keys.Contains(Total))
            yield return new([.. keys.Index().Where(key => key.Item == "Cross").Select(key => placeOf(key.Index))], placeOf(keys.IndexOf(Total)));
    }

    // Each group of rows adds up to the total, or all rows do; people who stand in several rows do so at most. Rates and what is no part of a whole add up to nothing.
    private static IEnumerable<SmallNumbers.Sum> Down(ReportTable table, Func<int, int, int> placeOf)
    {
        foreach (var column in Enumerable.Range(0, table.Columns.Count).Where(column => ValueOf(table.Total![column]) is not null))
        {
            var rows = table.Rows.Index().Where(row => ValueOf(row.Item.Cells[column]) is not null).ToList();
            var groups = rows.GroupBy(row => Cells.Canonical(row.Item.Group)).Select(SumOf).OfType<SmallNumbers.Sum>().ToList();
            foreach (var sum in groups.Count > 0 || SumOf(rows) is not { } whole ? groups : [whole])
                yield return sum;

            SmallNumbers.Sum? SumOf(IEnumerable<(int Index, ReportRow Item)> parts)
            {
                var more = parts.Sum(row => ValueOf(row.Item.Cells[column])) - ValueOf(table.Total![column]);
                return more == 0 || (more > 0 && table.Columns[column].Counts) ? new([.. parts.Select(row => placeOf(row.Index, column))], placeOf(table.Rows.Count, column), Overlaps: more > 0) : null;
            }
        }
    }
}
