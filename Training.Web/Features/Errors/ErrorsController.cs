using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Training.Web.Features.Errors;

/// <summary>What a page shows instead of itself: a status, and for our own faults a number that the log finds.</summary>
public sealed record ErrorPage(int Status, string Number);

[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorsController : Controller
{
    private static readonly int[] Known = [400, 403, 404, 500];

    [Route("/error/{status:int}")]
    public IActionResult Show(int status)
    {
        Response.StatusCode = status;
        var page = new ErrorPage(Known.Contains(status) ? status : status < 500 ? 400 : 500, Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier);
        return View(page);
    }
}
