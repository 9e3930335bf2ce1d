using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Enrolments;
using Training.Domain.People;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Interest;

/// <summary>Puts the person who is signed in on the interest list of a course, or takes them off.</summary>
[Authorize(Policies.OwnFile)]
public sealed class InterestController(CurrentUser user, Texts texts, WaitForCourse wait) : Controller
{
    [HttpPost("/{lang:lang}/courses/{code}/interest")]
    public async Task<IActionResult> Keep(string code, bool waits, CancellationToken ct)
    {
        var person = user.Person ?? throw new NotFoundException(nameof(Person));
        var outcome = await wait.HandleAsync(new(person, code.AsCode(), waits), ct);
        TempData[outcome.IsRefused ? "Refused" : "Done"] = outcome.IsRefused ? texts.Of(outcome.Refusal) : texts[waits ? "Interest_Noted" : "Interest_TakenBack"];
        return Redirect(texts.Path($"courses/{code.AsCode()}"));
    }
}
