using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Web.Messages;

namespace Training.Tests.Infrastructure;

/// <summary>
/// The whole product on a database of its own, at a time that the test sets. It answers in memory; for a browser it listens on a
/// free port of loopback.
/// </summary>
public sealed class TrainingApp : WebApplicationFactory<Program>
{
    private readonly TestDatabase _database;

    private readonly Action<IWebHostBuilder>? _adjust;

    private TrainingApp(TestDatabase database, Action<IWebHostBuilder>? adjust = null) => (_database, _adjust) = (database, adjust);

    public FakeTimeProvider Clock { get; } = TestClock.New();

    public Engine Engine => _database.Engine;

    /// <summary>Where the product leaves its mail, one .eml file each.</summary>
    public string Mailbox { get; } = TemporaryFiles.NewFolder();

    public TestLog Log { get; } = new();

    public Uri Address => ClientOptions.BaseAddress;

    /// <summary>With the reference data only.</summary>
    public static async Task<TrainingApp> StartAsync(Engine engine, Action<IWebHostBuilder>? adjust = null) =>
        new TrainingApp(await TestDatabase.NewAsync(engine), adjust).InMemory();

    /// <summary>With the sample school as it is on 23 November 2026.</summary>
    public static async Task<TrainingApp> StartWithSampleSchoolAsync(Engine engine, Action<IWebHostBuilder>? adjust = null) =>
        new TrainingApp(await SampleSchoolTemplate.CloneAsync(engine), adjust).InMemory();

    /// <summary>The same, with somebody who looks at what is asked of the database, or is in its way.</summary>
    public static Task<TrainingApp> StartWithSampleSchoolAsync(Engine engine, IInterceptor interceptor) => StartWithSampleSchoolAsync(
        engine, host => host.ConfigureServices(services => services.ConfigureDbContext<TrainingDbContext>(options => options.AddInterceptors(interceptor))));

    /// <summary>The same, listening on a port.</summary>
    public static async Task<TrainingApp> ServeSampleSchoolAsync(Engine engine, Action<IWebHostBuilder>? adjust = null)
    {
        var app = new TrainingApp(await SampleSchoolTemplate.CloneAsync(engine), adjust);
        app.UseKestrel(0);
        app.StartServer();
        return app;
    }

    /// <summary>On a database that the caller made; it is dropped with the application.</summary>
    public static TrainingApp StartOn(TestDatabase database, Action<IWebHostBuilder>? adjust = null) => new TrainingApp(database, adjust).InMemory();

    public HttpClient Anonymous() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Somebody who has signed in. Redirects are not followed, so that a test sees them.</summary>
    public Task<HttpClient> ClientForAsync(string persona) => Anonymous().SignedInAsAsync(persona);

    public Task<TResult> DoAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull => Services.DoAsync(work);

    public Task<TResult> ReadAsync<TResult>(Func<TrainingDbContext, Task<TResult>> read) => Services.ReadAsync(read);

    public Task SaveAsync(params object[] entities) => Services.SaveAsync(entities);

    /// <summary>Sends what is due. The product's own sender may be at it as well: returns when nothing is in hand any more.</summary>
    public async Task SendMailAsync(CancellationToken ct)
    {
        await Services.DoAsync((SendMessages send) => send.HandleAsync(ct));
        while (await ReadAsync(db => db.OutboxMessages.Unsent().AnyAsync(m => m.ClaimedAt != null, ct)))
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _database.DisposeAsync();
        Log.WriteTroubleToTestOutput();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Test");
        builder.UseStaticWebAssets();
        builder.UseSetting("Database:Provider", Engine.ToString());
        builder.UseSetting("ConnectionStrings:Training", _database.ConnectionString);
        builder.UseSetting("SignIn:Mode", "Demo");
        builder.UseSetting("Samples:Skip", "true");
        builder.UseSetting("Mail:Pickup", Mailbox);

        // A test that moves the clock runs a job by itself.
        builder.UseSetting("Jobs:Timetable", "false");
        builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        });
        _adjust?.Invoke(builder);
    }

    private TrainingApp InMemory()
    {
        StartServer();
        return this;
    }
}
