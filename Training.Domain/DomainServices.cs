using Microsoft.Extensions.DependencyInjection;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Domain.TimeRelease;

namespace Training.Domain;

public static class DomainServices
{
    /// <summary>
    /// Everything of the domain but the database provider and the clock's source, which the host chooses. Use cases are found
    /// by their shape: concrete classes with a <c>HandleAsync</c>.
    /// </summary>
    public static IServiceCollection AddTrainingDomain(this IServiceCollection services, string timeZone = "Europe/Brussels")
    {
        services.AddSingleton(provider => new OfficeClock(
            provider.GetRequiredService<TimeProvider>(), TimeZoneInfo.FindSystemTimeZoneById(timeZone)));
        services.AddScoped<ChangeRecorder>();
        services.AddScoped<TimeReleaseAccounts>();
        services.AddScoped<EnrolmentForecasts>();
        services.AddScoped<SettleHalfDay>();
        services.AddScoped<ConcludeSession>();

        foreach (var useCase in typeof(DomainServices).Assembly.GetTypes().Where(IsUseCase))
            services.AddScoped(useCase);

        return services;
    }

    private static bool IsUseCase(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetMethod("HandleAsync") is not null;
}
