using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Web.Jobs;

namespace Training.Web.Cli;

/// <summary><c>job list [--json]</c>, <c>job run NAME [--dry-run]</c>, <c>job hold</c> and <c>job release</c>.</summary>
internal static class JobVerbs
{
    private static readonly Option<bool> AsJson = new("--json") { Description = "A list of objects with name, next and last" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Do everything, say what it came to, and take it back" };
    private static readonly Argument<string> Name = new("NAME") { Description = "The job, as the list names it" };
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private sealed record Line(string Name, DateTimeOffset? Next, DateTimeOffset? Last, string? Result);

    public static Command Job()
    {
        var list = new Command("list", "The timetable: what runs next when, and ran last when") { AsJson };
        list.SetAction((typed, ct) => ListAsync(typed.GetValue(AsJson), ct));
        var run = new Command("run", "Run a job now: exit 0, or 1 where it or one of its records failed") { Name, DryRun };
        run.SetAction((typed, ct) => RunAsync(typed.GetValue(Name)!, typed.GetValue(DryRun), ct));
        var hold = new Command("hold", "Stop mail, jobs and background work on every node");
        hold.SetAction(async (_, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            await Backups.Backups.HoldAsync(scope.ServiceProvider, Environment.UserName, ct);
            return 0;
        });
        var release = new Command("release", "Let mail, jobs and background work go on, as after a restore");
        release.SetAction(async (_, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TrainingDbContext>().JobPauses.Where(pause => pause.Job == JobPause.Everything).ExecuteDeleteAsync(ct);
            return 0;
        });
        return new Command("job", "The jobs of the timetable") { list, run, hold, release };
    }

    private static async Task<int> ListAsync(bool json, CancellationToken ct)
    {
        await using var host = CommandHost.Build();
        await using var scope = host.CreateAsyncScope();
        var (db, clock) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>());
        var paused = await db.JobPauses.Select(pause => pause.Job).ToListAsync(ct);
        var last = await LastRuns.FindAsync(db, ct);
        var lines = Timetable.Jobs.Select(job => new Line(
            job.Name,
            !paused.Contains(JobPause.Everything) && !paused.Contains(job.Name) && job.NextAfter(clock.Now) is { } next ? clock.AtOffice(next) : null,
            last.GetValueOrDefault(job.Name) is { } run ? clock.AtOffice(run.StartedAt) : null,
            last.GetValueOrDefault(job.Name)?.Status.ToString())).ToList();

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(lines, Json));
            return 0;
        }

        static string Shown(DateTimeOffset? moment) => moment?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
        foreach (var line in lines)
            Console.WriteLine($"{line.Name,-28} next {Shown(line.Next),-16}  last {Shown(line.Last),-16}  {line.Result}");
        return 0;
    }

    private static async Task<int> RunAsync(string name, bool dryRun, CancellationToken ct)
    {
        if (Timetable.Find(name) is not { } job)
        {
            await Console.Error.WriteLineAsync($"There is no job '{name}'. There are: {string.Join(", ", Timetable.Jobs.Select(one => one.Name))}.");
            return 2;
        }

        await using var host = CommandHost.Build();
        await using var scope = host.CreateAsyncScope();
        var run = await scope.ServiceProvider.GetRequiredService<JobRunner>().RunAsync(job, new(Due: null, dryRun, Environment.UserName), ct);
        if (run is null)
        {
            await Console.Error.WriteLineAsync($"{name} runs at this moment.");
            return 1;
        }

        Console.WriteLine($"{name}: {run.Status}{(dryRun ? " (dry run, taken back)" : "")}; done {run.Done}, failed {run.Failed}, {run.Duration?.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        if (run.Notes is { } notes)
            Console.WriteLine(notes);
        return run.Status == JobRunStatus.Succeeded ? 0 : 1;
    }
}
