using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Identity.Web;
using Training.Provider;
using Training.Web.Hosting;

namespace Training.Tests.Infrastructure;

/// <summary>
/// Turns the product to the provider of the tests: the same settings as an operator writes, and trust in the provider's certificate.
/// Everything else, and above all the check of the issuer, is Microsoft.Identity.Web's own.
/// </summary>
public static class ProviderSettings
{
    private const string Backchannel = "provider";

    /// <param name="instance">Where the provider is said to be, if not where it is.</param>
    public static Action<IWebHostBuilder> SignInThrough(OpenIdProvider provider, Uri? instance = null) => host =>
    {
        foreach (var section in SignInProvider.All.Select(known => known.Section))
        {
            host.UseSetting($"{section}:Instance", (instance ?? provider.Address).ToString());
            host.UseSetting($"{section}:TenantId", OpenIdProvider.TenantId);
            host.UseSetting($"{section}:ClientId", OpenIdProvider.ClientId);
            host.UseSetting($"{section}:ClientSecret", OpenIdProvider.ClientSecret);
        }

        host.UseSetting("SignIn:Mode", "Entra");
        host.UseSetting("SignIn:Api:Instance", provider.Address.ToString());
        host.UseSetting("SignIn:Api:TenantId", OpenIdProvider.TenantId);
        host.UseSetting("SignIn:Api:ClientId", OpenIdProvider.ApiClientId);
        host.ConfigureTestServices(services =>
        {
            services.AddHttpClient(Backchannel).ConfigurePrimaryHttpMessageHandler(Trusting);
            services.Configure<AadIssuerValidatorOptions>(options => options.HttpClientName = Backchannel);
            services.Configure<JwtBearerOptions>("Api", options => options.BackchannelHttpHandler = Trusting());
            foreach (var known in SignInProvider.All)
            {
                services.Configure<MicrosoftIdentityOptions>(known.Scheme, options => options.BackchannelHttpHandler = Trusting());

                // Cookies of a sign-in under way are dated, and a browser knows what time it really is.
                services.Configure<OpenIdConnectOptions>(known.Scheme, options => options.TimeProvider = TimeProvider.System);
            }
        });
    };

    /// <summary>Trusts the certificate that the provider made for itself.</summary>
    public static HttpMessageHandler Trusting() => new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == OpenIdProvider.CertificateSubject },
        UseCookies = false,
        AllowAutoRedirect = false,
    };
}
