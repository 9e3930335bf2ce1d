using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Training.Domain.People;
using Training.Domain.Time;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Jobs.AcceleratedYear;

/// <summary>
/// The sample school as of Monday 31 August 2026, and every fire of the timetable from 1 September 2026 to 31 August 2027 in its order, with what
/// people do in between. What fires many times a day, and the settlement, which goes through every half-day ever sealed, need not run each time:
/// they run at the first and the last fire of a day, the settlement of a month, and at the first after people or another job have done anything.
/// What they are there for stays due until it is done: that the last fire finds nothing shows that those left out had nothing to do.
/// </summary>
internal sealed class SchoolYear(TrainingApp app) : IAsyncDisposable
{
    private static readonly DateOnly FirstDay = new(2026, 9, 1);
    private static readonly DateOnly LastDay = new(2027, 8, 31);

    /// <summary>When the clocks change: every fire is run.</summary>
    private static readonly DateOnly[] Whole = [new(2026, 10, 25), new(2027, 3, 28)];

    private const string Settlement = "ledger-settlement";

    private readonly OfficeClock _office = new(app.Clock, Timetable.Office);

    private readonly Dictionary<DateTimeOffset, string> _by = [];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public TrainingApp App => app;

    public DateTimeOffset Begin => _office.MomentOf(FirstDay, TimeOnly.MinValue);

    public static async Task<SchoolYear> OpenAsync(Engine engine)
    {
        var year = new SchoolYear(TrainingApp.StartOn(await SampleSchoolTemplate.CloneAsync(engine, FirstDay.AddDays(-1)), WithoutScheduler));
        await year.EnterFileOfThePastAsync();
        year.App.Clock.AdjustTime(year.Begin);
        return year;
    }

    /// <summary>Who was at work at a moment: a job of the timetable, or <c>people</c>.</summary>
    public string At(DateTimeOffset moment) => At(moment, _by[moment]);

    public string At(DateTimeOffset moment, string by) => $"{_office.LocalOn(moment):yyyy-MM-dd HH:mm} {by}";

    public async Task LiveAsync(IEnumerable<(string At, Func<Task> Do)> acts)
    {
        var waiting = new Queue<(DateTimeOffset At, Func<Task> Do)>(acts.Select(act => (MomentOf(act.At), act.Do)).OrderBy(act => act.Item1));
        var unseen = new HashSet<string>();
        foreach (var fire in Fires())
        {
            while (waiting.TryPeek(out var act) && act.At <= fire.Due)
            {
                await ActAsync(waiting.Dequeue());
                unseen.UnionWith(Timetable.Jobs.Select(job => job.Name));
            }

            var isNews = unseen.Remove(fire.Job.Name);
            if (!isNews && !fire.IsFirst && !fire.IsLast && !Whole.Contains(_office.DateOn(fire.Due)))
                continue;

            var run = await RunAsync(fire.Job, fire.Due);
            if (run.Done > 0)
                unseen.UnionWith(Timetable.Jobs.Where(job => job != fire.Job).Select(job => job.Name));
            if (!isNews && !fire.IsFirst)
                run.Done.ShouldBe(0, $"{fire.Job.Name} at {fire.Due:u} found what an earlier fire was there for");
        }

        waiting.ShouldBeEmpty();
        app.Clock.AdjustTime(_office.MomentOf(LastDay.AddDays(1), new(9, 0)));
        await app.SendMailAsync(Ct);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Nothing fires but what the year does: the scheduler finds no trigger.
    private static void WithoutScheduler(IWebHostBuilder host) => host.ConfigureTestServices(services =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace == typeof(Timetable).Namespace)));

    // Somebody whose only post ended on 15 October 2023 and of whom nothing was heard since.
    private async Task EnterFileOfThePastAsync()
    {
        app.Clock.SetOfficeTime("2023-10-16 09:00");
        var employer = await app.ReadAsync(db => db.Organisations.Where(o => o.Code == "ASBL-04").Select(o => o.Id).SingleAsync(Ct));
        var person = new Person(new PersonFacts("Lucie", "Partie", "lucie.partie@asbl-04.example.org", CorrespondenceLanguage.Fr, Gender.F, 1970, null));
        var employment = new Employment(person.Id, employer, new EmploymentTerms("FUN-SW", 1, FundingStatus.NotGeco, StaffCategory.Private, 4, null, new(2020, 1, 1)));
        employment.EndOn(new(2023, 10, 15)).IsRefused.ShouldBeFalse();
        await app.SaveAsync(person, employment);
    }

    private async Task ActAsync((DateTimeOffset At, Func<Task> Do) act)
    {
        app.Clock.AdjustTime(act.At);
        _by[act.At] = "people";
        await act.Do();
    }

    private async Task<JobRun> RunAsync(TimedJob job, DateTimeOffset due)
    {
        app.Clock.AdjustTime(due);
        var run = (await app.DoAsync((JobRunner runner) => runner.RunAsync(job, new(due, IsDryRun: false, RunTimedJob.ByTimetable), Ct))).ShouldNotBeNull();
        run.Status.ShouldBe(JobRunStatus.Succeeded, $"{job.Name} at {due:u}: {run.Notes}");
        if (run.Done > 0 || !_by.ContainsKey(due))
            _by[due] = job.Name;
        return run;
    }

    private IEnumerable<Fire> Fires() => Timetable.Jobs
        .SelectMany((job, line) => FiresOf(job).GroupBy(due => StretchOf(job, _office.DateOn(due))).SelectMany(stretch => stretch
            .Select((due, index) => (Line: line, Fire: new Fire(job, due, IsFirst: index == 0, IsLast: index == stretch.Count() - 1)))))
        .OrderBy(one => one.Fire.Due).ThenBy(one => one.Line).Select(one => one.Fire);

    private static DateOnly StretchOf(TimedJob job, DateOnly day) => job.Name == Settlement ? new(day.Year, day.Month, 1) : day;

    private IEnumerable<DateTimeOffset> FiresOf(TimedJob job)
    {
        var end = _office.MomentOf(LastDay.AddDays(1), TimeOnly.MinValue);
        for (var due = job.NextAfter(Begin.AddTicks(-1)); due < end; due = job.NextAfter(due.Value))
            yield return due.Value;
    }

    private DateTimeOffset MomentOf(string at)
    {
        var local = DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", null);
        return _office.MomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
    }

    private sealed record Fire(TimedJob Job, DateTimeOffset Due, bool IsFirst, bool IsLast);
}
