using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Training.Domain;
using Training.Domain.Certificates;
using Training.Domain.Persistence;
using Training.Domain.ReportSubscriptions;
using Training.Domain.Time;
using Training.Reports;
using Training.Reports.Certificates;
using Training.Web.Jobs;

namespace Training.Tests.Infrastructure;

/// <summary>The domain on a database of its own, without a web server: for tests of use cases and of storage.</summary>
public sealed class TestSchool : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly ServiceProvider _services;

    private TestSchool(TestDatabase database)
    {
        _database = database;
        _services = ServicesOn(database, Clock);
    }

    public FakeTimeProvider Clock { get; } = TestClock.New();

    public OfficeClock OfficeClock => _services.GetRequiredService<OfficeClock>();

    public IServiceProvider Services => _services;

    public Engine Engine => _database.Engine;

    public static async Task<TestSchool> OnAsync(Engine engine) => new(await TestDatabase.NewAsync(engine));

    /// <summary>Services of their own on the same database.</summary>
    public ServiceProvider AnotherOnTheSameDatabase() => ServicesOn(_database, Clock);

    public Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull => _services.DoAsync(work);

    public Task<TResult> ReadAsync<TResult>(Func<TrainingDbContext, Task<TResult>> read) => _services.ReadAsync(read);

    public Task SaveAsync(params object[] entities) => _services.SaveAsync(entities);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    internal static ServiceProvider ServicesOn(TestDatabase database, TimeProvider clock) => new ServiceCollection()
        .AddLogging()
        .AddTrainingDomain()
        .AddReports()
        .AddSingleton(clock)
        .AddScoped<ICurrentActor, Tester>()
        .AddSingleton<IFireTimes, FireTimes>()
        .AddSingleton(new CertificatePrefix("TEST"))
        .AddSingleton<ICertificatePrinter>(new CertificatePrinter(_ => new Letterhead("School", "The school", "Brussels", new Uri("https://school.example/verify/"))))
        .AddDbContext<TrainingDbContext>((provider, options) =>
        {
            database.Use(options);
            options.AddInterceptors(provider.GetRequiredService<AllocationReverser>(), provider.GetRequiredService<ChangeRecorder>());
        })
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });

    private sealed class Tester : ICurrentActor
    {
        public Actor Actor { get; } = new("tester", "test");
    }
}
