using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Training.Web.Hosting;

namespace Training.Web.Features.Errors;

/// <summary>What a page shows instead of itself: a status, and for our own faults a number that the log finds.</summary>
public sealed record ErrorPage(int Status, string Number)
{
    public bool IsOurs => Status >= StatusCodes.Status500InternalServerError;
}

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed partial class ErrorsController(ILogger<ErrorsController> log) : Controller
{
    private static readonly int[] Known = [400, 403, 404, 413, 429, 500, 503];

    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        var fault = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        if (fault is not null)
            status = ErrorPages.StatusOf(fault.Error);

        Response.StatusCode = status;
        var page = new ErrorPage(Known.Contains(status) ? status : status < 500 ? 400 : 500, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
        if (page.IsOurs && fault is not null)
            SayNumber(log, page.Number, fault.Path);
        return View(page);
    }

    // The number on the page finds the fault that the log tells of just above.
    [LoggerMessage(Level = LogLevel.Error, Message = "Fault {Number} at {Path}")]
    private static partial void SayNumber(ILogger log, string number, string path);
}
