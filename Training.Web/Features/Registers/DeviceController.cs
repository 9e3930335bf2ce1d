using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Devices;
using Training.Domain.Enrolments;
using Training.Domain.Time;
using Training.Web.Access;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Registers;

/// <summary>Takes what a trainer's device kept while it had no network. Whatever is sent twice is written once.</summary>
[Route("/{lang:lang}/registers/device")]
[Authorize(Policies.TakeRegister)]
public sealed class DeviceController(
    CurrentUser user, OfficeClock clock, Texts texts, IAntiforgery antiforgery, MarkAttendance mark, NoteUnlistedPerson note, CloseHalfDay close) : Controller
{
    /// <summary>Who is signed in here, and the token with which this sign-in may send.</summary>
    [HttpGet("")]
    public IActionResult Ask() => Json(new { author = user.Author(), name = user.Name, token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken });

    [HttpPost("")]
    public async Task<IActionResult> Send([FromBody] DeviceForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid || form.Entries.Count > DeviceForm.MaxEntries)
            return BadRequest();

        var answers = new List<DeviceAnswer>();
        foreach (var run in Runs(form.Entries))
        {
            answers.AddRange(form.Author == user.Author()
                ? await AnswerAsync(run, ct)
                : run.Select(entry => Refused(entry, new NotTheAuthor())));
        }

        return Json(answers);
    }

    private async Task<IReadOnlyList<DeviceAnswer>> AnswerAsync(List<DeviceForm.Entry> run, CancellationToken ct)
    {
        try
        {
            return run[0].Kind == DeviceForm.EntryKind.Mark ? [.. await MarkAsync(run, ct)] : [await TakeAsync(run[0], ct)];
        }
        catch (NotFoundException)
        {
            // One register that is no longer there may not hold up what a device has to say of others.
            return run.ConvertAll(entry => Refused(entry, new NotYourRegister()));
        }
    }

    // Marks of one register that follow each other are one request; everything keeps its order.
    private static IEnumerable<List<DeviceForm.Entry>> Runs(IEnumerable<DeviceForm.Entry> entries)
    {
        var run = new List<DeviceForm.Entry>();
        foreach (var entry in entries)
        {
            if (run.Count > 0 && (run[0].Kind != DeviceForm.EntryKind.Mark || entry.Kind != run[0].Kind || entry.Register != run[0].Register))
            {
                yield return run;
                run = [];
            }

            run.Add(entry);
        }

        if (run.Count > 0)
            yield return run;
    }

    private async Task<IEnumerable<DeviceAnswer>> MarkAsync(List<DeviceForm.Entry> run, CancellationToken ct)
    {
        if (run.Count == 0)
            return [];
        if (run.Find(entry => entry.Said is { Arrived: { } arrived, Left: { } left } && arrived >= left) is { } odd)
            return [Refused(odd, new TimesOutOfOrder(odd.Said!.Arrived!.Value, odd.Said.Left!.Value)), .. await MarkAsync(run.FindAll(entry => entry != odd), ct)];

        var marked = await mark.HandleAsync(new(new(run[0].Register), [.. run.Select(entry => entry.Seen).OfType<MarkAttendance.Seen>()], user.Reader), ct);
        if (marked.IsRefused)
            return run.Select(entry => Refused(entry, marked.Refusal));

        var answers = marked.Value.ToLookup(answer => answer.Key);
        return run.Select(entry => answers[entry.Key].FirstOrDefault() is { } answer
            ? new DeviceAnswer(entry.Key, answer.Said == MarkAnswer.Differs ? DeviceAnswer.Differs : DeviceAnswer.Sent)
            {
                Known = answer.Known.ToString(),
                Now = DeviceForm.Words.Of(answer.Now),
                By = answer.By,
                At = answer.At,
                AsOf = clock.Now.ToUnixTimeMilliseconds(),
            }
            : Refused(entry, new NotEnrolled()));
    }

    private async Task<DeviceAnswer> TakeAsync(DeviceForm.Entry entry, CancellationToken ct)
    {
        var register = new HalfDayRegisterId(entry.Register);
        var taken = entry.Kind == DeviceForm.EntryKind.Unlisted
            ? await note.HandleAsync(new(register, entry.Key, entry.Name ?? "", entry.At.ToUniversalTime(), user.Reader), ct)
            : await close.HandleAsync(new(register, user.Reader), ct);
        if (taken.IsRefused)
            return Refused(entry, taken.Refusal);

        if (entry.Kind == DeviceForm.EntryKind.Close)
            TempData["Done"] = texts["Register_ClosedNow"];
        return new DeviceAnswer(entry.Key, DeviceAnswer.Sent);
    }

    private DeviceAnswer Refused(DeviceForm.Entry entry, Refusal refusal) => new(entry.Key, DeviceAnswer.Refused) { Text = texts.Of(refusal) };
}
