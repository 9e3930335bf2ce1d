using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Localization;
using Training.Domain;
using Training.Web.Access;

namespace Training.Web.Hosting;

public enum SignInMode
{
    /// <summary>Whoever comes chooses a persona of the sample school.</summary>
    Demo,

    /// <summary>Microsoft Entra ID.</summary>
    Entra,
}

internal static class SignIn
{
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (ModeOf(configuration, environment) == SignInMode.Entra)
            throw new InvalidOperationException("SignIn:Mode=Entra is not part of this version yet. Use Demo outside Production.");

        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddScoped<DemoPersonas>();
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "training.sign-in";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnRedirectToLogin = context => Redirect(context, $"/{LanguageOf(context.HttpContext)}/sign-in?returnUrl={Uri.EscapeDataString(ReturnUrlOf(context.HttpContext))}");
            cookie.Events.OnRedirectToAccessDenied = context => Status(context, StatusCodes.Status403Forbidden);
        });
        return services;
    }

    /// <summary>Demo unless something else is asked for, and never in Production.</summary>
    public static SignInMode ModeOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var mode = configuration.GetValue("SignIn:Mode", SignInMode.Demo);
        if (mode == SignInMode.Demo && environment.IsProduction())
            throw new InvalidOperationException(
                "Demo sign-in lets anybody be anybody and never runs in Production. Set SignIn:Mode, or DOTNET_ENVIRONMENT=Development to try the product.");
        return mode;
    }

    private static string LanguageOf(HttpContext context) =>
        context.Features.Get<IRequestCultureFeature>()!.RequestCulture.UICulture.TwoLetterISOLanguageName;

    private static string ReturnUrlOf(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "";

    private static Task Redirect(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, string address)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            return Status(context, StatusCodes.Status401Unauthorized);

        context.Response.Redirect(address);
        return Task.CompletedTask;
    }

    private static Task Status(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
