using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Quartz;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Domain.Time;

namespace Training.Web.Hosting;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can serve, with a word each about database, scheduler, mail and disk. Mail that
/// does not leave, a scheduler that stands still or a disk that is nearly full is worth a call, and no reason to take the node out.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddDbContextCheck<TrainingDbContext>("database", tags: [Ready])
            .AddCheck<SchedulerHealth>("scheduler", HealthStatus.Degraded, [Ready])
            .AddCheck<MailHealth>("mail", HealthStatus.Degraded, [Ready])
            .AddCheck<DiskHealth>("disk", HealthStatus.Degraded, [Ready]);
        return services;
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).AllowAnonymous();
    }

    // States only: causes stand in the log.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(JsonSerializer.Serialize(new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()),
        }));
    }

    private static HealthCheckResult Verdict(bool isWell, HealthCheckContext context) => isWell ? HealthCheckResult.Healthy() : new HealthCheckResult(context.Registration.FailureStatus);

    private sealed class SchedulerHealth(ISchedulerFactory schedulers) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Verdict(await schedulers.GetScheduler(cancellationToken) is { Status: SchedulerStatus.Running }, context);
    }

    private sealed class MailHealth(IServiceScopeFactory scopes) : IHealthCheck
    {
        private const int AttemptsOfTrouble = 3;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, since) = (scope.ServiceProvider.GetRequiredService<TrainingDbContext>(), scope.ServiceProvider.GetRequiredService<OfficeClock>().Now.AddDays(-1));
            return Verdict(!await db.OutboxMessages.Unsent().AnyAsync(
                m => m.DeadAt == null && m.Attempts >= AttemptsOfTrouble && m.NextAttemptAt > since, cancellationToken), context);
        }
    }

    private sealed class DiskHealth(IHostEnvironment environment) : IHealthCheck
    {
        private const long Least = 512L * 1024 * 1024;

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(Verdict(new DriveInfo(environment.ContentRootPath).AvailableFreeSpace >= Least, context));
    }
}
