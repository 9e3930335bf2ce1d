using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Persistence;
using Training.Domain.Sessions;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Places;

[Route("/{lang:lang}/planning/places")]
[Authorize(Policies.ManageSessions)]
public sealed class PlacesController(TrainingDbContext db, Texts texts, KeepRoom keepRoom, KeepVenue keepVenue) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await PlacesPage.FindAsync(db, ct));

    [HttpPost("rooms")]
    public async Task<IActionResult> Room([FromForm] PlaceForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(form.Name))
            return await RefuseAsync(form, texts["Places_RoomIncomplete"], ct);

        var kept = await keepRoom.HandleAsync(
            new(form.Id is { } id ? RoomId.From(id) : null, form.Name.Trim(), form.Venue is { } venue ? VenueId.From(venue) : null, form.Capacity, [.. form.Equipment.Distinct()]), ct);
        return await AnswerAsync(form, kept, ct);
    }

    [HttpPost("venues")]
    public async Task<IActionResult> Venue([FromForm] PlaceForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || !form.IsWholeVenue)
            return await RefuseAsync(form, texts["Places_VenueIncomplete"], ct);

        var kept = await keepVenue.HandleAsync(
            new(form.Id is { } id ? VenueId.From(id) : null, new LocalizedText(form.NameFr!.Trim(), form.NameNl!.Trim()), new LocalizedText(form.AddressFr!.Trim(), form.AddressNl!.Trim()), form.Nis!), ct);
        return await AnswerAsync(form, kept, ct);
    }

    private async Task<IActionResult> AnswerAsync(PlaceForm form, Outcome<Done> kept, CancellationToken ct)
    {
        if (kept.IsRefused)
            return await RefuseAsync(form, texts.Of(kept.Refusal), ct);

        TempData["Done"] = texts["Places_Kept"];
        return Redirect(texts.Path("planning/places"));
    }

    private async Task<IActionResult> RefuseAsync(PlaceForm form, string refusal, CancellationToken ct) =>
        View(nameof(Index), (await PlacesPage.FindAsync(db, ct)) with { Typed = form, Refusal = refusal });
}
