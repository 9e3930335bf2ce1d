using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Shouldly;
using Training.Web.Samples;

namespace Training.Tests.Infrastructure;

/// <summary>The sample school as of a day, by default the tests' first, loaded once on each engine and then copied.</summary>
internal static class SampleSchoolTemplate
{
    private static readonly ConcurrentDictionary<(Engine, DateOnly), Lazy<Task<TestDatabase>>> Loaded = new();

    public static async Task<TestDatabase> CloneAsync(Engine engine, DateOnly? asOf = null) =>
        await (await Loaded.GetOrAdd((engine, asOf ?? TestClock.FirstDay), key => new(() => LoadAsync(key.Item1, key.Item2))).Value).CloneAsync();

    private static async Task<TestDatabase> LoadAsync(Engine engine, DateOnly asOf)
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

        var loaded = await SampleSchool.LoadAsync(configuration, new TestEnvironment(), Repository.PathOf("samples"), asOf, CancellationToken.None);
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
