using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Training.Web.Hosting;

/// <summary>A proxy before the site says who the client is and that the connection is encrypted; only named proxies are believed.</summary>
internal static class Proxies
{
    private const string Known = "Proxies:Known";

    public static IServiceCollection AddProxies(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HostOptions>(host => host.ShutdownTimeout = configuration.GetValue("Shutdown:Patience", TimeSpan.FromMinutes(1)));
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var proxy in configuration.GetSection(Known).Get<string[]>() ?? [])
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
    }

    public static void UseProxies(this WebApplication app)
    {
        if (app.Configuration.GetSection(Known).Exists())
            app.UseForwardedHeaders();
    }
}
