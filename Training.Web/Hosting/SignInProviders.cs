using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Identity.Web;

namespace Training.Web.Hosting;

/// <summary>Who may vouch for somebody: a scheme of its own, with the section of the configuration that describes it.</summary>
/// <param name="Path">How it is called in an address.</param>
public sealed record SignInProvider(string Scheme, string Path)
{
    /// <summary>Microsoft Entra ID, for the school and for administrations that have a tenant.</summary>
    public static readonly SignInProvider Organisation = new("Entra", "organisation");

    /// <summary>Microsoft Entra External ID, for everybody else.</summary>
    public static readonly SignInProvider Personal = new("ExternalId", "personal");

    /// <summary>
    /// Who has come back from a provider and is not known yet: a cookie of its own, that opens nothing but the pages on which
    /// an invitation is accepted or access is asked for.
    /// </summary>
    public const string ArrivalScheme = "Arrival";

    public static readonly IReadOnlyList<SignInProvider> All = [Organisation, Personal];

    public string Section => $"SignIn:{Scheme}";

    public bool IsConfigured(IConfiguration configuration) => configuration.GetSection(Section).Exists();
}

internal static class SignInProviders
{
    /// <summary>Authorisation code flow with PKCE at each provider that is configured, checked by Microsoft.Identity.Web.</summary>
    public static AuthenticationBuilder AddSignInProviders(this AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var providers = SignInProvider.All.Where(provider => provider.IsConfigured(configuration)).ToList();
        if (providers.Count == 0)
            throw new InvalidOperationException("SignIn:Mode=Entra needs SignIn:Entra or SignIn:ExternalId; docs/operations.md says what to fill in.");

        foreach (var provider in providers)
            Add(authentication, provider, configuration.GetSection(provider.Section));
        return authentication;
    }

    private static void Add(AuthenticationBuilder authentication, SignInProvider provider, IConfigurationSection section)
    {
        var application = authentication.AddMicrosoftIdentityWebApp(
            options =>
            {
                section.Bind(options);
                options.ResponseType = "code";
                options.UsePkce = true;
                options.CallbackPath = $"/sign-in/{provider.Path}";
                options.SignedOutCallbackPath = $"/sign-out/{provider.Path}";
            },
            openIdConnectScheme: provider.Scheme,
            cookieScheme: null);

        // A certificate instead of a secret: the library then makes the assertion that stands for the secret.
        if (section.GetSection("ClientCredentials").Exists() || section.GetSection("ClientCertificates").Exists())
            application.EnableTokenAcquisitionToCallDownstreamApi().AddInMemoryTokenCaches();

        authentication.Services.Configure<OpenIdConnectOptions>(provider.Scheme, options =>
        {
            options.SignInScheme = SignInProvider.ArrivalScheme;
            options.SignOutScheme = CookieAuthenticationDefaults.AuthenticationScheme;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.Scope.Add("email");
            options.Events.OnRemoteFailure = SayThatItFailed;
        });
    }

    // Whatever went wrong, what came from outside is not shown or logged; a person gets a page from which to begin again.
    private static Task SayThatItFailed(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignInProviders));
        log.SignInFailed(context.Scheme.Name, context.Failure?.GetType().Name ?? "unknown");
        context.Response.Redirect($"/{Languages.Leading(context.Properties?.RedirectUri) ?? Languages.Of(context.HttpContext)}/sign-in/failed");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}

internal static partial class SignInLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in through {Scheme} failed: {Failure}")]
    public static partial void SignInFailed(this ILogger log, string scheme, string failure);
}
