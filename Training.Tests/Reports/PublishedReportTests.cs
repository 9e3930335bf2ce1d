using Shouldly;
using Training.Domain;
using Training.Reports.Reporting;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Reports;

/// <summary>What the public may read, and what somebody could work out who has only that and a pencil.</summary>
public class PublishedReportTests
{
    private static readonly ReportQuestion Years = new("r5", new(2025, 1, 1), new(2026, 12, 31), IsPublished: true);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leave_no_small_number_to_be_worked_out_whichever_two_dimensions_are_crossed()
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(Engine.Sqlite);
        var told = new List<string>();
        var hidden = 0;
        foreach (var (id, down, across) in from id in new[] { "r5", "r8" } from down in Dimension.All from across in Dimension.All select (id, down, across))
        {
            var table = (await FindAsync(app, Years with { Report = id, Rows = down.Key, Columns = across.Key })).Table;
            var lines = table.Rows.Select(row => row.Cells).Append(table.Total!).Select(cells => cells.Skip(1).ToArray()).ToArray();
            hidden += lines.Sum(line => line.Count(cell => cell is HiddenNumber));
            told.AddRange(Solved(lines).Select(answer => $"{id} {down.Key} x {across.Key}: {answer}"));
        }

        hidden.ShouldBeGreaterThan(1000);
        told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Leave_no_small_number_to_be_worked_out_down_the_columns_of_any_one_dimension()
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(Engine.Sqlite);
        var told = new List<string>();
        foreach (var (id, dimension) in from id in new[] { "r5", "r8" } from dimension in Dimension.All select (id, dimension))
        {
            var question = Years with { Report = id, Rows = dimension.Key };
            var (shown, real) = ((await FindAsync(app, question)).Table, (await FindAsync(app, question with { IsPublished = false })).Table);
            foreach (var (index, column) in shown.Columns.Index().Where(column => column.Item.Kind is CellKind.Count or CellKind.Minutes))
            {
                // What does not add up in fact cannot be subtracted.
                var values = real.Rows.Select(row => row.Cells[index] as int? ?? 0).ToList();
                if (values.Sum() != (real.Total![index] as int? ?? 0))
                    continue;

                var lines = shown.Rows.Select(row => row.Cells).Append(shown.Total!).Select(cells => new[] { cells[index] ?? 0, cells[index] ?? 0 }).ToArray();
                told.AddRange(Solved(lines, small: column.Counts ? 4 : int.MaxValue).Select(answer => $"{id} {dimension.Key} {column.Key}: {answer}"));
            }
        }

        told.ShouldBeEmpty();
    }

    [Theory, BothDatabases]
    public async Task Are_refused_where_rows_are_people_or_where_narrowing_would_tell_by_difference(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        await TrainingHoursQueryTests.WorkedAggregationAsync(school);

        foreach (var question in new[] { Years with { Report = "r6" }, Years with { Organisation = "ASBL-X" }, Years with { Theme = "prevention" }, Years with { Only = "course:C-S1" } })
        {
            await Should.ThrowAsync<NotPublishedException>(() => school.DoAsync((ReportDesk desk) => desk.FindAsync(question, "Manager", Reader.WholeSchool, Ct)));
            await Should.ThrowAsync<NotPublishedException>(() => school.DoAsync((ReportDesk desk) => desk.RunAsync(question, "Manager", Ct)));
        }

        (await school.DoAsync((ReportDesk desk) => desk.FindAsync(Years with { Funder = "COCOF" }, "Manager", Reader.WholeSchool, Ct))).Table.Rows.ShouldNotBeEmpty();
    }

    private static Task<Report> FindAsync(TrainingApp app, ReportQuestion question) =>
        app.Services.DoAsync((ReportDesk desk) => desk.FindAsync(question, "Manager", Reader.WholeSchool, Ct));

    // Bounds of every cell, narrowed by the sums of rows and of columns until nothing changes; twice, for a reader who thinks that a number without a
    // word is any number, and for one who thinks that it is five or more, unless that
    // cannot be. Gives the hidden cells of which one small number is left.
    private static IEnumerable<string> Solved(object?[][] lines, int small = 4)
    {
        foreach (var unsaid in new[] { 0, 5 })
        {
            var (height, width) = (lines.Length, lines[0].Length);
            var least = lines.Select(line => line.Select(cell => cell switch { int number => number, HiddenNumber { IsSmall: true } => 1, _ => unsaid }).ToArray()).ToArray();
            var most = lines.Select(line => line.Select(cell => cell switch { int number => number, HiddenNumber { IsSmall: true } => 4, _ => 100_000_000 }).ToArray()).ToArray();
            var sums = Enumerable.Range(0, height).Select(y => Enumerable.Range(0, width).Select(x => (y, x)).ToArray())
                .Concat(Enumerable.Range(0, width).Select(x => Enumerable.Range(0, height).Select(y => (y, x)).ToArray())).ToList();
            var isContradictory = false;
            for (var changed = true; changed && !isContradictory;)
            {
                changed = false;
                foreach (var sum in sums)
                {
                    var ((ty, tx), parts) = (sum[^1], sum[..^1]);
                    changed |= Narrow(ty, tx, parts.Sum(at => least[at.y][at.x]), parts.Sum(at => most[at.y][at.x]));
                    foreach (var (y, x) in parts)
                        changed |= Narrow(y, x, least[ty][tx] - parts.Sum(at => most[at.y][at.x]) + most[y][x], most[ty][tx] - parts.Sum(at => least[at.y][at.x]) + least[y][x]);
                }
            }

            for (var y = 0; y < height; y++)
            {
                for (var x = 0; x < width; x++)
                {
                    if (!isContradictory && lines[y][x] is HiddenNumber && least[y][x] == most[y][x] && most[y][x] > 0 && most[y][x] <= small)
                        yield return $"row {y}, column {x} is {most[y][x]}";
                }
            }

            bool Narrow(int y, int x, int low, int high)
            {
                var (before, after) = ((least[y][x], most[y][x]), (Math.Max(least[y][x], low), Math.Min(most[y][x], high)));
                (least[y][x], most[y][x]) = after;
                isContradictory |= least[y][x] > most[y][x];
                return before != after;
            }
        }
    }
}
