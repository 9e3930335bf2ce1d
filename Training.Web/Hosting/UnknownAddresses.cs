namespace Training.Web.Hosting;

internal static class UnknownAddresses
{
    /// <summary>
    /// What no endpoint answers is not there for anybody: nobody has to sign in to learn that. It stands after authentication, which
    /// answers at addresses of its own when somebody comes back from a provider, and before authorisation, which would ask for a sign-in.
    /// </summary>
    public static void UseUnknownAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.GetEndpoint() is null)
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        else
            await next(context);
    });
}
