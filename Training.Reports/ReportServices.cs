using Microsoft.Extensions.DependencyInjection;
using Training.Reports.EvidenceBundles;
using Training.Reports.GecoStatements;
using Training.Reports.OwnFiles;
using Training.Reports.Reporting;
using Training.Reports.SignInSheets;
using Training.Reports.StaffTime;
using Training.Reports.Subscriptions;
using Training.Reports.TrainingHours;

namespace Training.Reports;

public static class ReportServices
{
    /// <summary>Every report. Those of <see cref="ReportDesk"/> are found by their shape.</summary>
    public static IServiceCollection AddReports(this IServiceCollection services)
    {
        services.AddScoped<TrainingHoursQuery>().AddScoped<HoursOfSessions>().AddScoped<Participations>().AddScoped<ReportDesk>().AddScoped<EvidenceBundleQuery>().AddScoped<EvidenceTables>().AddScoped<ExportEvidence>();
        services.AddScoped<SendSubscribedReports>().AddScoped<SignInSheetQuery>().AddScoped<PrepareSheets>().AddScoped<PostMonthQuery>().AddScoped<WorkerCourseQuery>().AddScoped<OwnFileQuery>().AddScoped<StaffTimeQuery>();
        foreach (var report in typeof(ReportServices).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IReportQuery))))
            services.AddScoped(typeof(IReportQuery), report);
        return services;
    }
}
