using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Trainers;

[Route("/{lang:lang}/planning/trainers")]
[Authorize(Policies.ManageSessions)]
public sealed class TrainersController(TrainingDbContext db, OfficeClock clock, Texts texts, AddTrainer add, NoteTrainerAbsence note) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await TrainersPage.FindAsync(db, clock.Today, ct));

    [HttpPost("")]
    public async Task<IActionResult> Add([FromForm] TrainerForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || !form.IsWholePerson)
            return await RefuseAsync(form, texts["Trainers_Incomplete"], ct);
        if (NationalNumberDetector.IsIn(form.FirstName) || NationalNumberDetector.IsIn(form.LastName))
            return await RefuseAsync(form, texts["NationalNumberFound"], ct);

        await add.HandleAsync(new(form.FirstName!.Trim(), form.LastName!.Trim(), form.Email!, form.Language), ct);
        TempData["Done"] = texts["Trainers_Added", $"{form.FirstName} {form.LastName}"];
        return Redirect(texts.Path("planning/trainers"));
    }

    [HttpPost("absences")]
    public async Task<IActionResult> Absence([FromForm] TrainerForm form, CancellationToken ct)
    {
        if (form.TakenBack is null && (!ModelState.IsValid || !form.IsWholeAbsence))
            return await RefuseAsync(form, texts["Trainers_AbsenceUnreadable"], ct);

        await note.HandleAsync(new(
            PersonId.From(form.Trainer ?? Guid.Empty), form.From ?? default, form.To ?? form.From ?? default, form.Hours,
            form.TakenBack is { } id ? TrainerAbsenceId.From(id) : null), ct);
        TempData["Done"] = texts[form.TakenBack is null ? "Trainers_AbsenceNoted" : "Trainers_AbsenceTakenBack"];
        return Redirect(texts.Path("planning/trainers"));
    }

    private async Task<IActionResult> RefuseAsync(TrainerForm form, string refusal, CancellationToken ct) =>
        View(nameof(Index), (await TrainersPage.FindAsync(db, clock.Today, ct)) with { Typed = form, Refusal = refusal });
}
