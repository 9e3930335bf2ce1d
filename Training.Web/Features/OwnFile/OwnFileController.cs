using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.People;
using Training.Reports.OwnFiles;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.OwnFile;

/// <summary>One's own file: to read, to take along, to have put right; and who else read it.</summary>
[Route("/{lang:lang}")]
[Authorize(Policies.OwnFile)]
public sealed class OwnFileController(CurrentUser user, Texts texts, SchoolOptions school, OwnFileQuery files, ErasureReview review, AskAboutOwnFile ask) : Controller
{
    [HttpGet("my-file")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PageAsync(new AskForm(), ct));

    [HttpGet("my-file.json")]
    public async Task<IActionResult> Json(CancellationToken ct) =>
        File(OwnFileJson.Write(await files.FindAsync(Self, ct)), "application/json", "my-file.json");

    [HttpGet("my-file.pdf")]
    public async Task<IActionResult> Paper(CancellationToken ct) =>
        File(OwnFilePdf.Write(await files.FindAsync(Self, ct), Wording.In(texts.Language), school.NameIn(texts.Language), texts.Of), "application/pdf", "my-file.pdf");

    [HttpPost("my-file/requests")]
    [ShowsNationalNumberAt(nameof(AskForm.Text))]
    public async Task<IActionResult> Ask([FromForm] AskForm form, CancellationToken ct)
    {
        form.Check(ModelState, texts);
        if (!ModelState.IsValid)
            return View(nameof(Index), await PageAsync(form, ct));

        await ask.HandleAsync(new(Self, form.Kind, form.Text!.Trim()), ct);
        TempData["Done"] = texts["OwnFile_Asked"];
        return Redirect(texts.Path("my-file"));
    }

    private PersonId Self => user.Person ?? throw new NotFoundException(nameof(Person));

    private async Task<OwnFilePage> PageAsync(AskForm form, CancellationToken ct) => new(await files.FindAsync(Self, ct), await review.OfAsync(Self, ct), form);
}
