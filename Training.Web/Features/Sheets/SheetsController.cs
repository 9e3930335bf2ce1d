using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.SignInSheets;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Sheets;

/// <summary>Sign-in sheets: printed before, scanned after, and held against the register.</summary>
[Route("/{lang:lang}/sheets")]
[Authorize(Policies.TakeRegister)]
public sealed class SheetsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school, SignInSheetQuery sheets) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await SheetsPage.FindAsync(db, user.Reader, clock.Today, ct));

    /// <summary>Takes the scan of a page, told by the code that it bears.</summary>
    [HttpPost("")]
    [RequestSizeLimit(DocumentFiles.MaxBytes + 64 * 1024)]
    public async Task<IActionResult> Keep([FromForm] string? code, IFormFile? file, [FromServices] KeepSheetScan keep, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        if (file is not null)
            await file.CopyToAsync(bytes, ct);
        var kept = await keep.HandleAsync(new(code, bytes.ToArray(), user.Reader), ct);
        if (kept.IsRefused)
            return View(nameof(Index), (await SheetsPage.FindAsync(db, user.Reader, clock.Today, ct)) with { Refusal = texts.Of(kept.Refusal), Code = code });

        TempData["Done"] = texts["Sheets_Kept", kept.Value.Sha256[..12]];
        return Redirect(texts.Path($"sheets/{SheetPage.Read(code)}"));
    }

    /// <summary>All sheets of a week in one file: of the sessions that one teaches, or of one session.</summary>
    /// <param name="day">Any day of that week; nothing means this week.</param>
    [HttpGet("week.pdf")]
    public async Task<IActionResult> Week(DateOnly? day, string? session, CancellationToken ct)
    {
        var monday = SheetsPage.MondayOf(day ?? clock.Today);
        var found = await sheets.HandleAsync(new(user.Reader, monday, monday.AddDays(6), session?.AsCode()), ct);
        if (found.Count > 0)
            return File(SignInSheetPdf.Write(found, school.SheetOffice(), clock.Now), "application/pdf", $"{texts["Sheets_FileName"]}-{monday:yyyy-MM-dd}.pdf");

        TempData["Refused"] = texts["Sheets_NoneInWeek", Show.Date(monday)];
        return Redirect(texts.Path("sheets"));
    }

    [HttpGet("{code}")]
    public async Task<IActionResult> Sheet(string code, CancellationToken ct) => View(await PageAsync(code, ct));

    /// <summary>The trainer signs on a screen.</summary>
    [HttpPost("{code}/countersignature")]
    public async Task<IActionResult> Countersign(string code, [FromForm] string? path, [FromServices] CountersignHalfDay countersign, CancellationToken ct)
    {
        var register = await HalfDaySheetPage.RegisterAsync(db, user.Reader, code, ct);
        var signed = await countersign.HandleAsync(new(register.Id, path, user.Reader), ct);
        if (signed.IsRefused)
            return View(nameof(Sheet), await PageAsync(code, ct) with { Refusal = texts.Of(signed.Refusal) });

        TempData["Done"] = texts["Sign_Done"];
        return Redirect(texts.Path($"sheets/{register.SheetCode}"));
    }

    [HttpGet("{code}/sheet.pdf")]
    public async Task<IActionResult> Print(string code, CancellationToken ct)
    {
        var register = await HalfDaySheetPage.RegisterAsync(db, user.Reader, code, ct);
        var sheet = await sheets.OfAsync(register.Id, user.Reader, ct);
        return File(SignInSheetPdf.Write([sheet], school.SheetOffice(), clock.Now), "application/pdf", $"{sheet.SessionCode}-{sheet.Date:yyyy-MM-dd}-{texts.Of(sheet.Part)}.pdf");
    }

    /// <summary>The sheet as the timetable made it ahead.</summary>
    [HttpGet("{code}/prepared.pdf")]
    public async Task<IActionResult> Prepared(string code, CancellationToken ct)
    {
        var register = await HalfDaySheetPage.RegisterAsync(db, user.Reader, code, ct);
        return File((await db.PreparedSheets.AsNoTracking().Where(p => p.RegisterId == register.Id).OneAsync(ct)).Content, "application/pdf");
    }

    [HttpGet("scans/{id:guid}")]
    public async Task<IActionResult> Scan(Guid id, CancellationToken ct)
    {
        var scan = await db.SheetScans.AsNoTracking()
            .Where(s => s.Id == new SheetScanId(id) && db.Registers.Any(r => r.Id == s.RegisterId && db.Sessions.TaughtBy(user.Reader).Any(session => session.Id == r.SessionId)))
            .OneAsync(ct);
        return File(scan.Content, scan.ContentType);
    }

    /// <summary>Where sheets and registers differ.</summary>
    [HttpGet("signatures")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Signatures([FromServices] FindSignatureGaps find, CancellationToken ct) => View(await SignaturesPage.FindAsync(db, find, ct));

    /// <summary>The secretariat has looked at the sheet.</summary>
    [HttpPost("{code}/signatures")]
    [Authorize(Policies.ManageSessions)]
    public async Task<IActionResult> Signatures(string code, [FromForm] SignatureForm form, [FromServices] CheckSignatures check, CancellationToken ct)
    {
        var page = await PageAsync(code, ct);
        var checkedNow = await check.HandleAsync(new(page.Register.Id, form.LinesFor(page)), ct);
        if (checkedNow.IsRefused)
        {
            ModelState.Clear();
            return View(nameof(Sheet), page.With(form, texts.Of(checkedNow.Refusal)));
        }

        TempData["Done"] = texts["Sheets_Checked"];
        return Redirect(texts.Path($"sheets/{page.Register.SheetCode}"));
    }

    private async Task<HalfDaySheetPage> PageAsync(string code, CancellationToken ct)
    {
        var page = await HalfDaySheetPage.FindAsync(db, user.Reader, code, ct);
        return page with { SignAddress = $"{school.PublicAddress.TrimEnd('/')}{texts.Path($"sign/{page.Register.SheetCode}")}" };
    }
}
