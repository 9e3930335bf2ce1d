using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Messages;
using Training.Domain.Persistence;
using Training.Web.Access;
using Training.Web.Messages;

namespace Training.Web.Features.Unsubscribe;

/// <summary>
/// Refusing messages from a mail that bears them, without signing in. Opening the link changes nothing, for mail programs open links by themselves; the
/// button does, and so does the POST of RFC 8058, which knows no antiforgery token and comes from the few addresses of the great mail providers: the
/// signed link stands for the former, and a limit per client would only keep people from refusing.
/// </summary>
[Route("/{lang:lang}/unsubscribe/{token}")]
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class UnsubscribeController(TrainingDbContext db, StopLinks links, CurrentActor actor, StopMessages stop) : Controller
{
    [HttpGet("")]
    public Task<IActionResult> Show(string token, CancellationToken ct) => AnswerAsync(token, change: null, ct);

    [HttpPost("")]
    public Task<IActionResult> Stop(string token, CancellationToken ct) => AnswerAsync(token, mail => new(mail), ct);

    [HttpPost("undo")]
    public Task<IActionResult> Undo(string token, CancellationToken ct) => AnswerAsync(token, mail => new(mail, TakeBack: true), ct);

    private async Task<IActionResult> AnswerAsync(string token, Func<Guid, StopMessages.Request>? change, CancellationToken ct)
    {
        // The address is a key: it is neither kept by a browser nor told to another site.
        Response.Headers.CacheControl = "no-store";
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex";
        if (links.Read(token) is not { } mail)
            return Gone(StatusCodes.Status404NotFound);
        if (await UnsubscribePage.FindAsync(db, token, mail, ct) is not { } page)
            return Gone(StatusCodes.Status410Gone);
        if (change is null)
            return View("Index", page);

        actor.ActFor(new Actor(page.Reader, "link"));
        var request = change(mail);
        await stop.HandleAsync(request, ct);
        return View("Index", page with { IsStopped = !request.TakeBack, WasTakenBack = request.TakeBack });
    }

    private ViewResult Gone(int status)
    {
        Response.StatusCode = status;
        return View("Gone");
    }
}
