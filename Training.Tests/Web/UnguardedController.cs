using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Training.Tests.Web;

/// <summary>An endpoint as somebody might forget it: open to all, with an id in its address, and in no table.</summary>
[AllowAnonymous]
public sealed class UnguardedController : Controller
{
    [HttpGet("/unguarded/{id:guid}")]
    public IActionResult Show(Guid id) => Content(id.ToString());
}
