namespace Training.Web.Hosting;

internal static class SecurityHeaders
{
    // No inline script or style, nothing from elsewhere, no framing: held from the first day, so that no page comes to rely on less.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; object-src 'none'; worker-src 'self'; connect-src 'self'; "
        + "base-uri 'self'; frame-ancestors 'none'; form-action 'self'";

    public static void UseSecurityHeaders(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            app.UseHsts();

        // Signing out is a form that leads on to the provider, so that one leaves there too.
        var policy = string.Join(' ', SignInProvider.All.Select(provider => app.Configuration[$"{provider.Section}:Instance"] ?? app.Configuration[$"{provider.Section}:Authority"])
            .OfType<string>().Select(address => new Uri(address).GetLeftPart(UriPartial.Authority)).Distinct().Prepend(ContentSecurityPolicy));
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            await next();
        });
    }
}
