using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;

namespace Training.Benchmarks;

/// <summary>What the hours report costs beyond its heart: one statement that sums every mark of a year, typed into the shell.</summary>
internal static class HoursReport
{
    private const int Rounds = 5;

    private static readonly TrainingHoursFilter Year = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));
    private static readonly DateTimeOffset CutOff = new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int groups, CancellationToken ct)
    {
        ExternalTool.EnsureHere(SqliteShell.Tool);
        using var folder = new TemporaryFolder();
        var shell = new SqliteShell(folder.PathOf("training.db"));
        var school = new SchoolFile(shell.File);
        await new TaughtYear(school, groups).FillAsync(ct);
        var sql = SqlOf(school);
        await CompareAsync(school, await shell.RunAsync(sql, ct), ct);

        var (start, typed, query, report) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            start.Add(await Times.MillisecondsAsync(() => shell.RunAsync(SqliteShell.Nothing, ct)));
            typed.Add(await Times.MillisecondsAsync(() => shell.RunAsync(sql, ct)));
            query.Add(await Times.MillisecondsAsync(() => AttendanceAsync(school, ct)));
            report.Add(await Times.MillisecondsAsync(() => ReportAsync(school, ct)));
        }

        return
        [
            new("hours-report-attendance", query.Min(), "ms", typed.Min()),
            new("hours-report-whole", report.Min(), "ms", typed.Min()),
            new("sqlite-shell-start", start.Min(), "ms", typed.Min()),
        ];
    }

    private static string SqlOf(SchoolFile school)
    {
        using var db = school.Open();
        return new TrainingHoursFacts(db, Year, CutOff).Attendance.ToQueryString();
    }

    private static async Task<List<TrainingHoursFacts.AttendanceRow>> AttendanceAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        return await new TrainingHoursFacts(db, Year, CutOff).Attendance.ToListAsync(ct);
    }

    // With what it lacks, as the page asks it.
    private static async Task<IReadOnlyList<TrainingHoursLine>> ReportAsync(SchoolFile school, CancellationToken ct)
    {
        await using var db = school.Open();
        var context = new ReportContext(new ReportQuestion("r8", Year.From, Year.To), Reader.WholeSchool, CutOff);
        var lines = await new TrainingHoursQuery(db).FindAsync(context, ct);
        await ReportLacks.FindAsync(db, Office.Clock, context, new ReportTable([], [], null), ct);
        return lines;
    }

    // A comparison of different answers is none. This is also the first, unmeasured run of each.
    private static async Task CompareAsync(SchoolFile school, string typed, CancellationToken ct)
    {
        var rows = await AttendanceAsync(school, ct);
        var lines = typed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).ToList();
        var minutes = lines.Sum(line => int.Parse(line[2], CultureInfo.InvariantCulture));
        var report = await ReportAsync(school, ct);
        if (rows.Count == 0 || (lines.Count, minutes) != (rows.Count, rows.Sum(row => row.Attended)) || report.Sum(line => line.Attended) != minutes)
            throw new BenchmarkFailed($"The shell gives {lines.Count} rows and {minutes} minutes, the report {rows.Count} rows and {rows.Sum(row => row.Attended)} minutes.");
    }
}
