using Microsoft.Extensions.DependencyInjection;
using Training.Reports.TrainingHours;

namespace Training.Reports;

public static class ReportServices
{
    public static IServiceCollection AddReports(this IServiceCollection services) => services.AddScoped<TrainingHoursQuery>();
}
