using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Training.Web.Hosting;

/// <summary>Traces, metrics and logs over OTLP, where <c>Telemetry:Endpoint</c> names who collects them. Nothing is collected otherwise.</summary>
internal static class Telemetry
{
    private const string Service = "training";

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetValue<Uri>("Telemetry:Endpoint") is not { } endpoint)
            return services;

        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Service, serviceInstanceId: Environment.MachineName))
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddRuntimeInstrumentation())
            .WithLogging()
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.Grpc, endpoint);
        return services;
    }
}
