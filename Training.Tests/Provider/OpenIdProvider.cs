using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Training.Provider;

/// <summary>
/// A real OpenID Connect provider on loopback that looks like one tenant of Microsoft Entra: the addresses, claims and issuer are
/// those that Microsoft.Identity.Web expects. It asks who one is and believes it.
/// </summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    public const string TenantId = "11111111-2222-4333-8444-555555555555";
    public const string ClientId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    public const string ClientSecret = "known-to-everybody";

    /// <summary>The application that stands for the programming interface of the product.</summary>
    public const string ApiClientId = "aaaaaaaa-bbbb-4ccc-8ddd-ffffffffffff";

    public const string CertificateSubject = "CN=localhost";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private readonly RsaSecurityKey _signingKey;
    private readonly ConcurrentDictionary<string, bool> _redeemed = new();

    private OpenIdProvider(int port)
    {
        Address = new Uri($"https://localhost:{port}/");
        _certificate = MakeCertificate();
        _signingKey = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "provider" };
        _app = Build(port);
    }

    public Uri Address { get; }

    public string Issuer => $"{Address}{TenantId}/v2.0";

    public string CertificatePem => _certificate.ExportCertificatePem();

    public static async Task<OpenIdProvider> StartAsync(int port)
    {
        var provider = new OpenIdProvider(port);
        await provider._app.StartAsync();
        return provider;
    }

    public Task WaitAsync() => _app.WaitForShutdownAsync();

    /// <summary>An access token as another system would get it for the programming interface.</summary>
    public string AccessToken(string scopes, string audience = ApiClientId, string? issuer = null, TimeSpan? age = null)
    {
        var issued = TimeProvider.System.GetUtcNow().Subtract(age ?? TimeSpan.Zero).UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Issuer,
            Audience = audience,
            IssuedAt = issued,
            NotBefore = issued,
            Expires = issued.AddHours(1),
            SigningCredentials = new SigningCredentials(_signingKey, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object> { ["tid"] = TenantId, ["oid"] = Guid.CreateVersion7().ToString(), ["sub"] = "another-system", ["scp"] = scopes, ["ver"] = "2.0" },
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
        _signingKey.Rsa.Dispose();
    }

    private WebApplication Build(int port)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(_certificate)));
        builder.Services.AddOpenIddict().AddServer(Configure);

        var app = builder.Build();
        app.UseRouting();
        app.UseAuthentication();
        app.MapGet($"/{TenantId}/oauth2/v2.0/authorize", (HttpContext context) => Results.Content(SignInPage.For(context.Request), "text/html; charset=utf-8"));
        app.MapPost($"/{TenantId}/oauth2/v2.0/authorize", SignIn);
        app.MapMethods($"/{TenantId}/oauth2/v2.0/logout", ["GET", "POST"],
            () => Results.SignOut(authenticationSchemes: [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]));
        return app;
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode();
        server.SetIssuer(new Uri(Issuer));
        server.SetConfigurationEndpointUris($"{Issuer}/.well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris($"{Address}{TenantId}/discovery/v2.0/keys")
            .SetAuthorizationEndpointUris($"{Address}{TenantId}/oauth2/v2.0/authorize")
            .SetTokenEndpointUris($"{Address}{TenantId}/oauth2/v2.0/token")
            .SetEndSessionEndpointUris($"{Address}{TenantId}/oauth2/v2.0/logout");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.OpenId, Scopes.Profile, Scopes.Email, Scopes.OfflineAccess);
        server.AddSigningKey(_signingKey).AddEphemeralEncryptionKey();
        server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();

        server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId)
                context.Reject(Errors.InvalidClient);
            return default;
        }));
        server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                context.Reject(Errors.InvalidClient);
            else if (context.Request.Code is { } code && !_redeemed.TryAdd(code, true))
                context.Reject(Errors.InvalidGrant);
            return default;
        }));
        server.AddEventHandler<OpenIddictServerEvents.ValidateEndSessionRequestContext>(handler => handler.UseInlineHandler(_ => default));
        server.AddEventHandler<OpenIddictServerEvents.GenerateTokenContext>(handler => handler
            .UseInlineHandler(Spoil)
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
    }

    private static IResult SignIn(HttpContext context)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var person = new ProviderPerson((string?)request.GetParameter("as") ?? throw new BadHttpRequestException("Who are you?"));

        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, person.Subject)
            .SetClaim("oid", person.ObjectId.ToString())
            .SetClaim("tid", TenantId)
            .SetClaim("ver", "2.0")
            .SetClaim(Claims.Name, person.Name)
            .SetClaim(Claims.Email, person.Email)
            .SetClaim(Claims.PreferredUsername, person.Email)
            .SetClaim(nameof(Twist), (string?)request.GetParameter("twist") ?? nameof(Twist.None));
        identity.SetScopes(request.GetScopes());
        identity.SetDestinations(_ => [Destinations.IdentityToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static ValueTask Spoil(OpenIddictServerEvents.GenerateTokenContext context)
    {
        if (context.TokenType != TokenTypeIdentifiers.IdentityToken || !Enum.TryParse<Twist>(context.Principal.GetClaim(nameof(Twist)), out var twist))
            return default;

        var (token, now) = (context.SecurityTokenDescriptor, TimeProvider.System.GetUtcNow().UtcDateTime);
        switch (twist)
        {
            case Twist.WrongIssuer:
                token.Issuer = $"https://login.evil.example/{TenantId}/v2.0";
                break;
            case Twist.WrongAudience:
                token.Audience = "another-application";
                token.Audiences.Clear();
                break;
            case Twist.Expired:
                (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddHours(-2), now.AddHours(-2), now.AddHours(-1));
                break;
            case Twist.SlightlyEarly:
                (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddMinutes(3), now.AddMinutes(3), now.AddHours(1));
                break;
            case Twist.MuchTooEarly:
                (token.IssuedAt, token.NotBefore, token.Expires) = (now.AddHours(1), now.AddHours(1), now.AddHours(2));
                break;
        }

        return default;
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(CertificateSubject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}
