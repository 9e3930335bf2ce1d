using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Training.Web.Samples;

namespace Training.Tests.Infrastructure;

/// <summary>The sample school as of the tests' first day, loaded once on each engine and then copied.</summary>
internal static class SampleSchoolTemplate
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestDatabase>>> Loaded = new();

    public static async Task<TestDatabase> CloneAsync(Engine engine) =>
        await (await Loaded.GetOrAdd(engine, key => new(() => LoadAsync(key))).Value).CloneAsync();

    private static async Task<TestDatabase> LoadAsync(Engine engine)
    {
        var database = await TestDatabase.NewAsync(engine);
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Repository.PathOf("Training.Web", "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Database:Provider"] = engine.ToString(),
                ["ConnectionStrings:Training"] = database.ConnectionString,
            })
            .Build();

        var loaded = await SampleSchool.LoadAsync(configuration, new TestEnvironment(), Repository.PathOf("samples"), TestClock.FirstDay, CancellationToken.None);
        loaded.ShouldBeTrue();
        return database;
    }

    private sealed class TestEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "Training.Web";

        public string ContentRootPath { get; set; } = Repository.PathOf("Training.Web");

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
