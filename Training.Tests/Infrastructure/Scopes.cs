using Microsoft.Extensions.DependencyInjection;
using Training.Domain.Persistence;

namespace Training.Tests.Infrastructure;

/// <summary>Work in a scope of its own, as a request has one, so that nothing is remembered from an earlier step of the test.</summary>
public static class Scopes
{
    public static async Task<TResult> DoAsync<TService, TResult>(this IServiceProvider services, Func<TService, Task<TResult>> work)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static async Task DoAsync<TService>(this IServiceProvider services, Func<TService, Task> work) where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static Task<TResult> ReadAsync<TResult>(this IServiceProvider services, Func<TrainingDbContext, Task<TResult>> read) =>
        services.DoAsync(read);

    public static Task SaveAsync(this IServiceProvider services, params object[] entities) =>
        services.DoAsync<TrainingDbContext>(db =>
        {
            db.AddRange(entities);
            return db.SaveChangesAsync();
        });
}
