using Training.Domain.Persistence;

namespace Training.Web.Hosting;

internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",

            StatusCodeSelector = StatusOf,
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>A request that is too large or broken off is no fault of ours, and a database that is away comes back.</summary>
    public static int StatusOf(Exception failure) => failure switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ when DatabaseTrouble.IsIn(failure) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
