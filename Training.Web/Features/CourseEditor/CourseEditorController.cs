using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.CourseEditor;

[Route("/{lang:lang}/planning/courses")]
[Authorize(Policies.ManageSessions)]
public sealed class CourseEditorController(TrainingDbContext db, OfficeClock clock, Texts texts, ReviseCourse revise) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await CourseEditorPage.FindAsync(db, clock.Today, ct));

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken ct) => View("Edit", await CourseFormPage.FindAsync(db, new CourseForm(), null, ct));

    [HttpPost("new")]
    public Task<IActionResult> New([FromForm] CourseForm form, CancellationToken ct) => SaveAsync(form, null, ct);

    [HttpGet("{code}")]
    public async Task<IActionResult> Edit(string code, CancellationToken ct)
    {
        var course = await FindAsync(code.AsCode(), ct);
        return View(await CourseFormPage.FindAsync(db, CourseForm.Of(course, course.Latest!), course, ct));
    }

    [HttpPost("{code}")]
    public async Task<IActionResult> Edit(string code, [FromForm] CourseForm form, CancellationToken ct) => await SaveAsync(form, await FindAsync(code.AsCode(), ct), ct);

    private async Task<IActionResult> SaveAsync(CourseForm form, Course? course, CancellationToken ct)
    {
        var code = course?.Code ?? form.Code?.AsCode() ?? "";
        if (code.Length is 0 or > Course.CodeMaxLength)
            ModelState.AddModelError(nameof(form.Code), texts["CourseEditor_CodeWrong", Course.CodeMaxLength]);
        var (terms, subjects) = (form.ToTerms(ModelState, texts), form.ToSubjects(ModelState, texts));
        if (terms is null || !ModelState.IsValid)
            return View("Edit", await CourseFormPage.FindAsync(db, form, course, ct));

        var saved = await revise.HandleAsync(
            new(course?.Id, code, course?.Kind ?? form.Kind, terms, subjects, form.ConfirmTranslation, Publish: form.Button == CourseForm.Publish), ct);
        if (!saved.IsRefused)
        {
            TempData["Done"] = texts[form.Button == CourseForm.Publish ? "CourseEditor_Published" : "CourseEditor_Saved"];
            return Redirect(texts.Path($"planning/courses/{code}"));
        }

        if (saved.Refusal is not (TranslationMissing or TranslationStale))
            return View("Edit", (await CourseFormPage.FindAsync(db, form, course, ct)) with { Refusal = texts.Of(saved.Refusal) });

        // It is written down and waits as a draft.
        TempData["Refused"] = $"{texts.Of(saved.Refusal)} {texts["CourseEditor_KeptAsDraft"]}";
        return Redirect(texts.Path($"planning/courses/{code}"));
    }

    private Task<Course> FindAsync(string code, CancellationToken ct) => db.Courses.AsNoTracking()
        .Include(c => c.Versions).ThenInclude(v => v.Themes)
        .Include(c => c.Versions).ThenInclude(v => v.TargetGroups)
        .Include(c => c.Versions).ThenInclude(v => v.Subjects)
        .AsSplitQuery().Where(c => c.Code == code).OneAsync(ct);
}
