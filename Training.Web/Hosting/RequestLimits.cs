using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Training.Web.Hosting;

/// <summary>How large a request may be: room for the largest file that an import takes, and no more.</summary>
internal static class RequestLimits
{
    private const int MaxBodyBytes = 25 * 1024 * 1024;
    private const int MaxFields = 5000;
    private const int MaxFieldBytes = 256 * 1024;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = MaxBodyBytes;
            form.ValueCountLimit = MaxFields;
            form.ValueLengthLimit = MaxFieldBytes;
        });
        return services;
    }
}
