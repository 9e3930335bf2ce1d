using Microsoft.EntityFrameworkCore;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports;
using Training.Web.Access;
using Training.Web.Hosting;

namespace Training.Web.Samples;

/// <summary>
/// Loads the sample school: the files of a folder, and a history lived through the product's own use cases. The files' dates shift by
/// whole weeks from the day for which they were written, and step aside for holidays. Loading it twice adds nothing.
/// </summary>
public static class SampleSchool
{
    public const string TrainerEmail = "nadia.verlinden@trainers.example.org";

    private const string SecondTrainerEmail = "karim.delvaux@trainers.example.org";

    private static readonly DateOnly WrittenFor = new(2026, 11, 23);

    private static readonly string[] StaffFiles = ["ASBL-01.csv", "ASBL-02.csv", "ASBL-03.csv", "ASBL-04.xlsx", "MUN-21013.tsv"];

    private static readonly string[] UsualFolders = ["samples", "../samples"];

    /// <summary>The configured folder, or <c>samples/</c> beside or above the product.</summary>
    public static string FolderOf(IConfiguration configuration, IHostEnvironment environment) =>
        configuration["Samples:Folder"]
        ?? UsualFolders.Select(folder => Path.GetFullPath(Path.Combine(environment.ContentRootPath, folder))).FirstOrDefault(Directory.Exists)
        ?? throw new DirectoryNotFoundException("The folder 'samples' is not there. Set Samples:Folder.");

    /// <param name="asOf">The day that is today in the sample school; nothing means today.</param>
    /// <returns>False when the school is already there.</returns>
    public static async Task<bool> LoadAsync(
        IConfiguration configuration, IHostEnvironment environment, string folder, DateOnly? asOf, CancellationToken ct)
    {
        var time = new HistoricTime();
        var actor = new HistoricActor();
        await using var services = BuildServices(configuration, environment, time, actor);
        var today = asOf ?? services.GetRequiredService<OfficeClock>().DateOn(TimeProvider.System.GetUtcNow());
        time.MoveTo(services.GetRequiredService<OfficeClock>().MomentOf(today.AddMonths(-6), new(9, 0)));

        if (await UseAsync(services, (TrainingDbContext db) => db.Courses.AnyAsync(ct)))
            return false;

        await ImportAsync(services, folder, today, ct);
        await AddTrainerAsync(services, ct);
        await AddAccountsAsync(services, ct);
        await new LivedInHistory(services, time, actor).WriteAsync(today, ct);
        await new FundingHistory(services, time, actor).WriteAsync(today, ct);
        await new PeopleOfTheSchool(services, time, actor).WriteAsync(today, ct);
        await new SamplePlan(services).WriteAsync(today, ct);
        return true;
    }

    private static ServiceProvider BuildServices(IConfiguration configuration, IHostEnvironment environment, HistoricTime time, HistoricActor actor)
    {
        var services = new ServiceCollection();
        services.AddSingleton(configuration).AddSingleton(environment);
        services.AddTrainingDomain().AddReports().AddTrainingDatabase(configuration, environment).AddSchool(configuration);
        services.AddSingleton<TimeProvider>(time).AddSingleton<ICurrentActor>(actor);
        return services.BuildServiceProvider();
    }

    private static async Task ImportAsync(IServiceProvider services, string folder, DateOnly today, CancellationToken ct)
    {
        var mode = new ImportMode();
        Stream Open(string name) => File.OpenRead(Path.Combine(folder, name));

        await UseAsync(services, (ImportMunicipalities use) => use.HandleAsync(new(Open("municipalities.csv"), mode), ct));
        await UseAsync(services, (ImportOrganisations use) => use.HandleAsync(new(Open("organisations.csv"), mode), ct));
        await UseAsync(services, (ImportCourses use) => use.HandleAsync(new(Open("courses.csv"), mode), ct));
        await UseAsync(services, (ImportSubjects use) => use.HandleAsync(new(Open("community-guard-subjects.csv"), "GDP-BASE", mode), ct));
        await UseAsync(services, (ImportSessions use) => use.HandleAsync(new(Open("sessions.csv"), mode), ct));
        await UseAsync(services, (ImportSlots use) => use.HandleAsync(new(Open("teaching-slots.csv"), mode, Shift(today)), ct));
        foreach (var file in StaffFiles)
            await UseAsync(services, (ImportStaffList use) => use.HandleAsync(new(Open($"staff-{file}"), Path.GetFileNameWithoutExtension(file), mode), ct));
    }

    // Whole weeks, so that a Monday stays a Monday; a holiday moves to the next free working day of that session.
    private static Func<string, DateOnly, DateOnly> Shift(DateOnly today)
    {
        var days = (int)Math.Floor((today.DayNumber - WrittenFor.DayNumber) / 7.0) * 7;
        var working = new WorkingDays([]);
        var moved = new Dictionary<(string, DateOnly), DateOnly>();
        var taken = new HashSet<(string, DateOnly)>();
        return (session, date) =>
        {
            if (days == 0)
                return date;
            if (moved.TryGetValue((session, date), out var known))
                return known;

            var shifted = working.OnOrAfter(date.AddDays(days));
            while (!taken.Add((session, shifted)))
                shifted = working.After(shifted, 1);
            return moved[(session, date)] = shifted;
        };
    }

    private static Task<int> AddTrainerAsync(IServiceProvider services, CancellationToken ct) => UseAsync(services, async (TrainingDbContext db) =>
    {
        var trainer = new Person(new PersonFacts("Nadia", "Verlinden", TrainerEmail, CorrespondenceLanguage.Nl, Gender.F, null, null));
        db.Add(trainer);
        var colleague = new Person(new PersonFacts("Karim", "Delvaux", SecondTrainerEmail, CorrespondenceLanguage.Fr, Gender.M, null, null));
        db.AddRange(colleague, new Trainer(trainer.Id), new Trainer(colleague.Id));
        foreach (var (index, session) in (await db.Sessions.Include(s => s.Trainers).OrderBy(s => s.Code).ToListAsync(ct)).Index())
        {
            session.AssignTrainer(trainer.Id);
            if (index % 4 == 0)
                session.AssignTrainer(colleague.Id);
        }

        return await db.SaveChangesAsync(ct);
    });

    private static Task<int> AddAccountsAsync(IServiceProvider services, CancellationToken ct) => UseAsync(services, async (TrainingDbContext db) =>
    {
        var personas = new DemoPersonas(db, services.GetRequiredService<OfficeClock>());
        foreach (var persona in DemoPersonas.All)
            await personas.AccountAsync(persona.Name, ct);
        return DemoPersonas.All.Count;
    });

    private static async Task<TResult> UseAsync<TService, TResult>(IServiceProvider services, Func<TService, Task<TResult>> use) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }
}
