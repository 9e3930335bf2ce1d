using System.Collections.Concurrent;

namespace Training.Tests.Infrastructure;

/// <summary>The sample school, loaded once on each engine and then copied.</summary>
internal static class SampleSchoolTemplate
{
    private static readonly ConcurrentDictionary<Engine, Lazy<Task<TestDatabase>>> Loaded = new();

    public static async Task<TestDatabase> CloneAsync(Engine engine) =>
        await (await Loaded.GetOrAdd(engine, key => new(() => LoadAsync(key))).Value).CloneAsync();

    private static async Task<TestDatabase> LoadAsync(Engine engine)
    {
        var database = await TestDatabase.NewAsync(engine);
        return database;
    }
}
