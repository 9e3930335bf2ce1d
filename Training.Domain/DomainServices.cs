using Microsoft.Extensions.DependencyInjection;
using Training.Domain.Accounts;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Domain.Certificates;
using Training.Domain.Courses.Search;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Retention;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Domain.Work;

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
        services.AddScoped<AllocationReverser>();
        services.AddScoped<HeldRoles>();
        services.AddScoped<TimeReleaseAccounts>();
        services.AddScoped<EnrolmentReservations>();
        services.AddScoped<EnrolmentForecasts>();
        services.AddScoped<SealChain>();
        services.AddScoped<EnrolmentCharges>();
        services.AddScoped<SessionSeats>();
        services.AddScoped<ApproveEnrolment>();
        services.AddScoped<AskEmployer>();
        services.AddScoped<PromoteWaiting>();
        services.AddScoped<ReleaseCancelledSession>();
        services.AddScoped<CertificateIssue>();
        services.AddScoped<SettleHalfDay>();
        services.AddScoped<ConcludeSession>();
        services.AddScoped<ErasureReview>();
        services.AddScoped<CatalogueIndex>();
        services.AddScoped<CatalogueSearch>();
        services.AddScoped<PlanCheck>();
        services.AddScoped<SessionPlanner>();
        services.AddScoped<RecordByRecord>();
        services.AddScoped<Destruction>();

        foreach (var useCase in typeof(DomainServices).Assembly.GetTypes().Where(IsUseCase))
            services.AddScoped(useCase);

        return services;
    }

    private static bool IsUseCase(Type type) => type is { IsClass: true, IsAbstract: false } && type.GetMethod("HandleAsync") is not null;
}
