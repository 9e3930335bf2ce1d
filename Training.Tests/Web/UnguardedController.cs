using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Training.Tests.Web;

/// <summary>Endpoints as somebody might forget them: open to all, in no table, and with a fault. Only tests that ask for them have them.</summary>
[AllowAnonymous]
public sealed class UnguardedController : Controller
{
    /// <summary>What a page may not tell.</summary>
    public const string Detail = "The password of the database is hunter2";

    [HttpGet("/unguarded/{id:guid}")]
    public IActionResult Show(Guid id) => Content(id.ToString());

    [HttpGet("/unguarded/fault")]
    public IActionResult Fail() => Request.Path.HasValue ? throw new InvalidOperationException(Detail) : NoContent();
}
