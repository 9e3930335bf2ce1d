using System.Runtime.ExceptionServices;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.StaticAssets;
using Training.Domain;
using Training.Domain.Accounts;
using Training.Domain.Persistence;
using Training.Web.Access;

namespace Training.Web.Hosting;

public enum SignInMode
{
    /// <summary>Whoever comes chooses a persona of the sample school.</summary>
    Demo,

    /// <summary>Microsoft Entra ID and Entra External ID vouch for whoever comes.</summary>
    Entra,
}

internal static class SignIn
{
    private static readonly object Unread = new();

    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var mode = ModeOf(configuration, environment);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());
        services.AddScoped<AccountClaims>();
        services.AddScoped<DemoPersonas>();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = "training.sign-in";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = SecurePolicyIn(mode);
            cookie.ExpireTimeSpan = TimeSpan.FromHours(10);
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = ReadAccountAsync;
            cookie.Events.OnRedirectToLogin = context => Redirect(context, $"/{Languages.Of(context.HttpContext)}/sign-in?returnUrl={Uri.EscapeDataString(ReturnUrlOf(context.HttpContext))}");
            cookie.Events.OnRedirectToAccessDenied = context => Status(context, StatusCodes.Status403Forbidden);
        });
        authentication.AddCookie(SignInProvider.ArrivalScheme, cookie =>
        {
            cookie.Cookie.Name = "training.arrival";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = SecurePolicyIn(mode);
            cookie.ExpireTimeSpan = TimeSpan.FromMinutes(30);
            cookie.SlidingExpiration = false;
        });
        if (mode == SignInMode.Entra)
            authentication.AddSignInProviders(configuration).AddAccessTokens(configuration);
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

    // The demonstration runs on plain HTTP of loopback.
    private static CookieSecurePolicy SecurePolicyIn(SignInMode mode) =>
        mode == SignInMode.Demo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    // What the cookie says is who and which hat; what that person may do is read from the database at each request.
    private static async Task ReadAccountAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return;

        try
        {
            var claims = context.HttpContext.RequestServices.GetRequiredService<AccountClaims>();
            var principal = context.Principal!.FindFirstValue(CurrentUser.AccountClaim) is { } id
                ? await claims.PrincipalAsync(new AccountId(Guid.Parse(id)), context.Principal!.FindFirstValue(CurrentUser.HatClaim),
                    context.Principal!.Identity!.AuthenticationType!, context.HttpContext.RequestAborted)
                : null;
            if (principal is null)
                context.RejectPrincipal();
            else
                context.ReplacePrincipal(principal);
        }
        catch (Exception failure) when (DatabaseTrouble.IsIn(failure))
        {
            // What comes of this is kept for the page that says so as well, and must not fail there again.
            context.RejectPrincipal();
            context.HttpContext.Items[Unread] = ExceptionDispatchInfo.Capture(failure);
        }
    }

    /// <summary>Authentication, and the end of a request whose account could not be read: its database is away.</summary>
    public static void UseAccounts(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use((context, next) =>
        {
            if (context.Items.Remove(Unread, out var failure))
                ((ExceptionDispatchInfo)failure!).Throw();
            return next(context);
        });
    }

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
