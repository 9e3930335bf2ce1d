using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Training.Web.Features.Shared;

namespace Training.Web.Hosting;

/// <summary>The language of an address that begins with fr, nl or en.</summary>
internal sealed class LanguageConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values.TryGetValue(routeKey, out var value) && value is string language && Languages.All.Contains(language);
}

internal static class Languages
{
    public static readonly IReadOnlyList<string> All = ["fr", "nl", "en"];

    private static readonly CultureInfo[] Cultures = [new("fr-BE"), new("nl-BE"), new("en-BE")];

    public static CultureInfo CultureOf(string language) => Array.Find(Cultures, culture => culture.TwoLetterISOLanguageName == language)!;

    /// <summary>The two letters of the language in which a request is answered.</summary>
    public static string Of(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()!.RequestCulture.UICulture.TwoLetterISOLanguageName;

    /// <summary>The language with which an address begins, or nothing.</summary>
    public static string? Leading(string? path) =>
        (path ?? "").Split('/', 3, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() is { } first && All.Contains(first) ? first : null;

    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddSingleton<Texts>();
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.SupportedCultures = localization.SupportedUICultures = Cultures;
            localization.DefaultRequestCulture = new RequestCulture(Cultures[0]);
            localization.ApplyCurrentCultureToResponseHeaders = true;
            localization.RequestCultureProviders = [new CustomRequestCultureProvider(context => Task.FromResult(FromAddress(context))), new CustomRequestCultureProvider(context => Task.FromResult(FromBrowser(context)))];
        });
        return services;
    }

    public static void UseLanguages(this WebApplication app) =>
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);

    // The first part of the path; the few addresses that bear no language take it as a query instead.
    private static ProviderCultureResult? FromAddress(HttpContext context)
    {
        var asked = Leading(context.Request.Path.Value) ?? context.Request.Query["lang"].ToString();
        return All.Contains(asked) ? new ProviderCultureResult(CultureOf(asked).Name) : null;
    }

    // Whoever reads Dutch reads it whatever the country: nl and nl-NL mean nl-BE here.
    private static ProviderCultureResult? FromBrowser(HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(wanted => wanted.Quality ?? 1)
            .Select(wanted => wanted.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(All.Contains) is { } language
            ? new ProviderCultureResult(CultureOf(language).Name)
            : null;
}
