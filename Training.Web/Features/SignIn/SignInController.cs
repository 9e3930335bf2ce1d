using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.SignIn;

[AllowAnonymous]
public sealed class SignInController(
    TrainingDbContext db, AccountClaims claims, Texts texts, IConfiguration configuration, IHostEnvironment environment,
    IOptionsMonitor<OpenIdConnectOptions> providers, ILogger<SignInController> log) : Controller
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [HttpGet("/{lang:lang}/sign-in")]
    public IActionResult Index(string? returnUrl) => IsDemo ? View(model: Local(returnUrl)) : View("Providers", Page(returnUrl));

    /// <summary>A link and no form: the content-security policy would stop a form that leads to another site.</summary>
    [HttpGet("/{lang:lang}/sign-in/with/{provider}")]
    [EnableRateLimiting(RateLimits.SignIn)]
    public async Task<IActionResult> With(string provider, string? returnUrl)
    {
        if (Page(returnUrl).Providers.SingleOrDefault(known => known.Path == provider) is not { } chosen)
            return NotFound();

        try
        {
            await ReachAsync(chosen);
            await HttpContext.ChallengeAsync(chosen.Scheme, new AuthenticationProperties { RedirectUri = Url.Action(nameof(Arrived), new { lang = texts.Language, returnUrl = Local(returnUrl) }) });
            return new EmptyResult();
        }
        catch (Exception e) when (IsAway(e))
        {
            log.SignInFailed(chosen.Scheme, e.GetType().Name);
            return Trouble("SignIn_ProviderDown", StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Where the provider's answer leads: into the account that is theirs, or on to an invitation or their request for access.</summary>
    [HttpGet("/{lang:lang}/sign-in/arrived")]
    public async Task<IActionResult> Arrived(string? returnUrl, CancellationToken ct)
    {
        if (IsDemo)
            return NotFound();
        if (await Arrival.FindAsync(HttpContext) is not { } arrival)
            return Trouble("SignIn_Failed", StatusCodes.Status400BadRequest);

        var identity = await db.SignInIdentities.AsNoTracking().SingleOrDefaultAsync(i => i.Issuer == arrival.Key.Issuer && i.Subject == arrival.Key.Subject, ct);
        if (identity is null)
            return Redirect(IsForNewcomers(returnUrl) ? returnUrl! : texts.Path(await HasAskedAsync(arrival, ct) ? "access-request" : "invitation"));

        await HttpContext.SignOutAsync(SignInProvider.ArrivalScheme);
        if (await claims.PrincipalAsync(identity.AccountId, hat: null, arrival.Scheme, ct) is not { } principal)
            return Trouble("SignIn_Blocked", StatusCodes.Status403Forbidden);

        await HttpContext.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, principal);
        return Redirect(Local(returnUrl));
    }

    [HttpGet("/{lang:lang}/sign-in/failed")]
    public IActionResult Failed() => Trouble("SignIn_Failed", StatusCodes.Status400BadRequest);

    /// <summary>Leaves here and, where a provider vouched, there too.</summary>
    [HttpPost("/{lang:lang}/sign-out")]
    public async Task<IActionResult> Leave()
    {
        var provider = SignInProvider.All.SingleOrDefault(known => known.Scheme == User.Identity?.AuthenticationType);
        await HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        if (provider is null || IsDemo)
            return Redirect(texts.Path(""));

        try
        {
            await ReachAsync(provider);
            await HttpContext.SignOutAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = texts.Path("") });
            return new EmptyResult();
        }
        catch (Exception e) when (IsAway(e))
        {
            log.SignInFailed(provider.Scheme, e.GetType().Name);
            return Redirect(texts.Path(""));
        }
    }

    // What a provider says of itself is remembered for hours; nobody is sent to one that has gone since.
    private async Task ReachAsync(SignInProvider provider)
    {
        var options = providers.Get(provider.Scheme);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(HttpContext.RequestAborted);
        patience.CancelAfter(Patience);
        using var answer = await options.Backchannel.GetAsync(options.MetadataAddress, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        answer.EnsureSuccessStatusCode();
    }

    private static bool IsAway(Exception failure) => failure is InvalidOperationException or HttpRequestException or IOException or OperationCanceledException;

    private bool IsDemo => Hosting.SignIn.ModeOf(configuration, environment) == SignInMode.Demo;

    private ProvidersPage Page(string? returnUrl) =>
        new(IsDemo ? [] : [.. SignInProvider.All.Where(provider => provider.IsConfigured(configuration))], Local(returnUrl));

    private string Local(string? returnUrl) => Url.IsLocalUrl(returnUrl) ? returnUrl! : texts.Path("");

    private bool IsForNewcomers(string? returnUrl) => Url.IsLocalUrl(returnUrl)
        && (returnUrl!.StartsWith(texts.Path("invitation"), StringComparison.Ordinal) || returnUrl == texts.Path("access-request"));

    private Task<bool> HasAskedAsync(Arrival arrival, CancellationToken ct) =>
        db.AccessRequests.AnyAsync(r => r.Issuer == arrival.Key.Issuer && r.Subject == arrival.Key.Subject, ct);

    private ViewResult Trouble(string textKey, int status)
    {
        Response.StatusCode = status;
        return View("Trouble", textKey);
    }
}
