using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Training.Domain;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.StaffLists;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Jobs;

namespace Training.Web.Features.StaffImports;

/// <summary>A staff list from the file to the people: sent, looked at, corrected, written in the background.</summary>
[Route("/{lang:lang}/staff-lists")]
[Authorize(Policies.ManageStaff)]
public sealed class StaffImportsController(
    TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, BackgroundWork work,
    ReceiveStaffList receive, PreviewStaffList preview, CorrectStaffList correct, OrderStaffList order) : Controller
{
    // More than a list may have, so that a file somewhat too large is refused in words.
    private const int MaxRequestBytes = 3 * TableFile.MaxBytes;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await StaffImportsPage.FindAsync(db, user.Reader, null, ct));

    [HttpPost("")]
    [EnableRateLimiting(RateLimits.Import)]
    [RequestSizeLimit(MaxRequestBytes)]
    public async Task<IActionResult> Index([FromForm] StaffFileForm form, CancellationToken ct)
    {
        var page = await StaffImportsPage.FindAsync(db, user.Reader, form.Organisation, ct);
        if (page.Chosen is not { } employer)
            ModelState.AddModelError(nameof(form.Organisation), texts["StaffImport_ChooseEmployer"]);
        else if (form.File is null)
            ModelState.AddModelError(nameof(form.File), texts["StaffImport_ChooseFile"]);
        else if (await ReceiveAsync(form.File, employer, ct) is var received && received.IsRefused)
            ModelState.AddModelError(nameof(form.File), texts.Of(received.Refusal));
        else
            return Redirect(texts.Path($"staff-lists/{received.Value.Value}"));

        return View(page);
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> List(Guid id, RowVerdict? show, CancellationToken ct) => View(await PageAsync(id, show, ct));

    /// <summary>The office says which column is which, or puts cells right.</summary>
    [HttpPost("{id:guid}/corrections")]
    public async Task<IActionResult> Correct(Guid id, CancellationToken ct)
    {
        var fields = CorrectionFields.Read(await Request.ReadFormAsync(ct));
        var outcome = await correct.HandleAsync(new(new StaffImportId(id), fields.Columns, fields.Cells, user.Reader), ct);
        if (outcome.IsRefused)
            return View(nameof(List), (await PageAsync(id, null, ct)) with { Refusal = outcome.Refusal });

        TempData["Done"] = texts["StaffImport_Corrected"];
        return Redirect(texts.Path($"staff-lists/{id}"));
    }

    [HttpGet("{id:guid}/refused.xlsx")]
    public async Task<IActionResult> Refused(Guid id, CancellationToken ct)
    {
        var page = await PageAsync(id, RowVerdict.Refused, ct);
        var file = RefusedRowsExcel.Write(texts["StaffImport_RefusedSheet"], page.Preview.Table.Headings, texts["StaffImport_Reason"], page.RefusedRows(texts));
        return File(file, ContentTypes.Workbook, $"{texts["StaffImport_RefusedFile"]}-{page.Preview.Employer.Code}.xlsx");
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Write(Guid id, [FromForm] WriteForm form, CancellationToken ct)
    {
        if (form.Leaver.Count > 0 && form.LastDay is null)
            return View(nameof(List), (await PageAsync(id, null, ct)) with { Refusal = new ValueMissing(), Form = form });

        var leavers = form.Leaver.Distinct().Select(leaver => new Leaver(new EmploymentId(leaver), form.LastDay!.Value)).ToList();
        var outcome = await order.HandleAsync(new(new StaffImportId(id), leavers, user.Reader), ct);
        if (outcome.IsRefused)
            return View(nameof(List), (await PageAsync(id, null, ct)) with { Refusal = outcome.Refusal, Form = form });

        var item = await work.QueueAsync(ImportStaffWork.Kind, new ImportStaffWork(id), ct);
        return Redirect(texts.Path($"work/{item.Value}"));
    }

    private async Task<Outcome<StaffImportId>> ReceiveAsync(IFormFile file, OrganisationId employer, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await receive.HandleAsync(new(content, file.FileName, employer, user.Reader), ct);
    }

    private async Task<StaffImportPage> PageAsync(Guid id, RowVerdict? show, CancellationToken ct) =>
        await StaffImportPage.FindAsync(db, await preview.HandleAsync(new(new StaffImportId(id), user.Reader), ct), show, clock.Today, ct);

    /// <summary>What the two forms of the page send: <c>col-NAME</c> with an index, <c>cell-LINE-INDEX</c> with a text.</summary>
    private sealed record CorrectionFields(IReadOnlyDictionary<string, int>? Columns, IReadOnlyList<CorrectStaffList.Cell> Cells)
    {
        public static CorrectionFields Read(IFormCollection form)
        {
            var chosen = form.Where(field => field.Key.StartsWith("col-", StringComparison.Ordinal)).ToList();
            var columns = chosen
                .Select(field => (Name: field.Key[4..], Index: int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1))
                .Where(column => column.Index >= 0)
                .ToDictionary(column => column.Name, column => column.Index);

            var cells = from field in form
                        let parts = field.Key.Split('-')
                        where parts is ["cell", _, _] && int.TryParse(parts[1], out _) && int.TryParse(parts[2], out _)
                        select new CorrectStaffList.Cell(int.Parse(parts[1], CultureInfo.InvariantCulture), int.Parse(parts[2], CultureInfo.InvariantCulture), field.Value.ToString().Trim());
            return new CorrectionFields(chosen.Count > 0 ? columns : null, [.. cells]);
        }
    }
}
