using System.Globalization;
using System.Threading.RateLimiting;

namespace Training.Web.Hosting;

/// <summary>
/// How often one client may ask, in a minute, for what is worth guessing or costs much. <c>RateLimits:*</c> sets other figures. Who
/// asks too often gets 429 with a page, and is told when to come back.
/// </summary>
internal static class RateLimits
{
    /// <summary>Signing in and invitation codes.</summary>
    public const string SignIn = "SignIn";

    /// <summary>The check of a certificate's code.</summary>
    public const string Verify = "Verify";

    /// <summary>A search in words; a list without one costs nothing.</summary>
    public const string Search = "Search";

    /// <summary>Reading a file in.</summary>
    public const string Import = "Import";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private static readonly Dictionary<string, int> PerMinute = new() { [SignIn] = 30, [Verify] = 30, [Search] = 120, [Import] = 20 };

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = Window.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            foreach (var (policy, usual) in PerMinute)
            {
                var limit = configuration.GetValue($"RateLimits:{policy}", usual);
                limiter.AddPolicy(policy, context => policy == Search && IsBrowsing(context) || policy == SignIn && IsLooking(context)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetFixedWindowLimiter(ClientOf(context), _ => new FixedWindowRateLimiterOptions { PermitLimit = limit, Window = Window }));
            }
        });
        return services;
    }

    private static bool IsBrowsing(HttpContext context) => string.IsNullOrWhiteSpace(context.Request.Query["q"]);

    // The page on which a code is typed may be opened as often as one likes; trying one or going to a provider counts.
    private static bool IsLooking(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && !context.Request.Path.Value!.Contains("/sign-in/with/", StringComparison.Ordinal);

    private static string ClientOf(HttpContext context) => context.Connection.RemoteIpAddress?.ToString() ?? "unknown";
}
