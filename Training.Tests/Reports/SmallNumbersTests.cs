using FsCheck.Xunit;
using Shouldly;
using Training.Reports.Reporting;
using Xunit;

namespace Training.Tests.Reports;

public class SmallNumbersTests
{
    [Fact]
    public void Hides_one_to_four_and_a_second_number_where_the_total_would_give_it_away()
    {
        Shown([3, 20, 12], 35).ShouldBe(["<5", "20", "*", "35"]);
        Shown([3, 2, 20], 25).ShouldBe(["<5", "<5", "20", "25"]);
        Shown([0, 20, 12], 32).ShouldBe(["0", "20", "12", "32"]);
    }

    [Fact]
    public void Hides_a_total_that_leaves_only_one_answer()
    {
        // One woman and one man: "<5" and "<5" of 2 would say it all.
        Shown([1, 1, 0, 0], 2).ShouldBe(["<5", "<5", "0", "0", "<5"]);
        // Four people apart: a total that is said to be small can only be 4.
        Shown([1, 1, 1, 1], 4).ShouldBe(["<5", "<5", "<5", "<5", "*"]);
        // Whoever guesses that a number without a word is five or more would be left with 1 and 1 of 7.
        Shown([1, 1, 0, 5], 7).ShouldBe(["<5", "<5", "0", "*", "*"]);
    }

    [Fact]
    public void Hides_hours_beside_hidden_people_and_a_sum_that_would_give_them_away()
    {
        static ReportRow Row(string key, int persons, int minutes, int dropOuts) => new(key, null, [key, persons, minutes, dropOuts]);
        static object?[] HoursOf(ReportRow[] rows, int persons, int minutes)
        {
            var published = Published.Of(new ReportTable(
                [new("Label", CellKind.Text), new("Persons", CellKind.Count, Counts: true), new("StaffHours", CellKind.Minutes), new("DropOuts", CellKind.Count, Counts: true)],
                rows, ["", persons, minutes, 0]));
            return [.. published.Rows.Select(row => row.Cells[2]), published.Total![2]];
        }

        // Two people of d, and with them the six of b; few who dropped out hide no hours.
        HoursOf([Row("a", 0, 0, 0), Row("b", 6, 100, 0), Row("c", 30, 900, 3), Row("d", 2, 50, 0)], 38, 1050).ShouldBe([0, new HiddenNumber(false), 900, new HiddenNumber(false), 1050]);
        HoursOf([Row("a", 0, 0, 0), Row("d", 2, 50, 0)], 2, 50).ShouldBe([0, new HiddenNumber(false), new HiddenNumber(false)]);
    }

    [Fact]
    public void Hides_a_number_that_two_rows_and_two_columns_give_away_together()
    {
        // a b c | 30      a = row 1 + row 2 - column 2 - column 3, though no sum has one hidden number only.
        // - d e | 20
        var possible = new PossibleValues(
            [(1, 4), (0, 99), (0, 99), (0, 99), (0, 99), (30, 30), (20, 20), (27, 27), (21, 21)],
            [new([0, 1, 2], 5), new([3, 4], 6), new([1, 3], 7), new([2, 4], 8)]);
        (possible.IsTold(0), possible.IsTold(1)).ShouldBe((true, false));
    }

    [Fact]
    public void Hides_what_counts_or_measures_people_whose_number_is_hidden()
    {
        ReportColumn[] columns =
        [
            new("Label", CellKind.Text), new("Participations", CellKind.Count, Counts: true), new("Persons", CellKind.Count, Counts: true), new("StaffHours", CellKind.Minutes),
            new("Certificates", CellKind.Count, Counts: true), new("DropOuts", CellKind.Count, Counts: true), new("Invoiced", CellKind.Count, Counts: true), new("AmountEur", CellKind.Euro),
        ];
        IReadOnlyList<object?> FirstOf(params object?[][] rows) => Published.Of(new ReportTable(columns, [.. rows.Select(row => new ReportRow($"{row[0]}", null, row))], null)).Rows[0].Cells;
        HiddenNumber small = new(true), other = new(false);

        // Seven participations of four people; three of 25 without a certificate; two invoices of 200 euro.
        FirstOf(["a", 7, 4, 1680, 7, 0, 0, 0m]).ShouldBe(["a", other, small, other, other, other, other, other]);
        FirstOf(["a", 25, 20, 6000, 22, 3, 0, 0m]).ShouldBe(["a", 25, 20, 6000, other, small, 0, 0m]);
        FirstOf(["a", 25, 20, 6000, 22, 0, 0, 0m]).ShouldBe(["a", 25, 20, 6000, other, other, 0, 0m]);
        FirstOf(["a", 25, 20, 6000, 20, 5, 2, 400m]).ShouldBe(["a", 25, 20, 6000, 20, 5, small, other]);
    }

    [Fact]
    public void Hides_the_absent_behind_those_expected_and_present_and_the_people_of_an_exchange()
    {
        ReportColumn[] sheet = [new("SheetNumber", CellKind.Text), new("Expected", CellKind.Count, Counts: true), new("Present", CellKind.Count, Counts: true)];
        Published.Of(new ReportTable(sheet, [new("1", null, ["1", 12, 11]), new("2", null, ["2", 12, 12]), new("3", null, ["3", 4, 4])], null)).Rows
            .Select(row => row.Cells.Skip(1)).ShouldBe([[12, new HiddenNumber(false)], [12, 12], new object?[] { new HiddenNumber(true), new HiddenNumber(true) }]);

        ReportColumn[] exchange = [new("Activity", CellKind.Text), new("ExchangePeople", CellKind.Count, Counts: true), new("ExchangeHours", CellKind.Minutes)];
        Published.Of(new ReportTable(exchange, [new("1", null, ["1", 3, 720]), new("2", null, ["2", 6, 1440]), new("3", null, ["3", 9, 2160])], ["", 18, 4320])).Rows
            .Select(row => row.Cells.Skip(1)).ShouldBe([[new HiddenNumber(true), new HiddenNumber(false)], [new HiddenNumber(false), new HiddenNumber(false)], new object?[] { 9, 2160 }]);
    }

    [Property(MaxTest = 300)]
    public void Leaves_every_hidden_small_number_at_least_two_answers(byte a, byte b, byte c, byte d)
    {
        int[] parts = [a % 10, b % 10, c % 10, d % 10];
        int[] numbers = [.. parts, parts.Sum()];
        var hidden = SmallNumbers.Hide(FiguresOf(numbers), [new SmallNumbers.Sum([0, 1, 2, 3], 4)]);

        var answers = Answers(numbers, hidden).ToList();
        for (var part = 0; part < 4; part++)
        {
            if (hidden[part] is { IsSmall: true })
                answers.Select(answer => answer[part]).Distinct().Count().ShouldBeGreaterThan(1, string.Join(' ', numbers));
            if (numbers[part] is > 0 and < 5)
                hidden[part].ShouldNotBeNull();
        }
    }

    // Everything that somebody who sees the rest could still believe.
    private static IEnumerable<int[]> Answers(int[] numbers, IReadOnlyList<HiddenNumber?> hidden) =>
        from w in Believable(numbers[0], hidden[0])
        from x in Believable(numbers[1], hidden[1])
        from y in Believable(numbers[2], hidden[2])
        from z in Believable(numbers[3], hidden[3])
        where BelievableTotal(numbers[4], hidden[4]).Contains(w + x + y + z)
        select new[] { w, x, y, z };

    private static IEnumerable<int> Believable(int number, HiddenNumber? hidden) => hidden switch
    {
        null => [number],
        { IsSmall: true } => [1, 2, 3, 4],
        _ => Enumerable.Range(5, 10).Prepend(0),
    };

    // A total that is hidden without a word may be anything.
    private static IEnumerable<int> BelievableTotal(int number, HiddenNumber? hidden) =>
        hidden is { IsSmall: false } ? Enumerable.Range(0, 60) : Believable(number, hidden);

    private static SmallNumbers.Figure[] FiguresOf(int[] numbers) => [.. numbers.Select(number => new SmallNumbers.Figure(number))];

    private static IEnumerable<string> Shown(int[] parts, int total)
    {
        int[] numbers = [.. parts, total];
        var hidden = SmallNumbers.Hide(FiguresOf(numbers), [new SmallNumbers.Sum([.. Enumerable.Range(0, parts.Length)], parts.Length)]);
        return numbers.Select((number, index) => hidden[index] switch
        {
            null => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            { IsSmall: true } => "<5",
            _ => "*",
        });
    }
}
