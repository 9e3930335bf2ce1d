using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Persistence;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Web.Access;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Features.Reports;

/// <summary>How a report is asked for, shown and handed out. Which reports there are, and who may ask for them, its heirs say.</summary>
public abstract class ReportController(TrainingDbContext db, CurrentUser user, OfficeClock clock, Texts texts, SchoolOptions school) : Controller
{
    protected TrainingDbContext Db => db;

    protected CurrentUser Asker => user;

    protected virtual Reader Reader => user.Reader;

    protected Wording Words => Wording.In(texts.Language);

    protected string SchoolName => school.NameIn(texts.Language);

    /// <summary>The figures as they are now.</summary>
    protected abstract Task<Report> FindAsync(ReportQuestion question, CancellationToken ct);

    /// <summary>The figures as they leave the office: under the number of a run, for whoever may open runs.</summary>
    protected virtual Task<Report> HandOutAsync(ReportQuestion question, CancellationToken ct) => FindAsync(question, ct);

    /// <summary>Nothing when what was asked makes no sense.</summary>
    protected virtual ReportQuestion? QuestionOf(string id, ReportForm form) => ModelState.IsValid ? form.QuestionOn(id, clock.Today) : null;

    protected async Task<IActionResult> ShowAsync(string id, ReportForm form, CancellationToken ct, string view = "Report")
    {
        var question = QuestionOf(id, form);
        if (question is null)
            ModelState.AddModelError(nameof(form.To), texts["Reports_DatesWrong", ReportForm.MaxYears]);
        var report = question is null ? null : await FindAsync(question, ct);
        return View($"/Features/Reports/{view}.cshtml", new ReportPage(id, form, report, await ReportChoices.FindAsync(db, Reader, ct), Reader.HidesNames));
    }

    protected async Task<IActionResult> DownloadAsync(string id, ReportForm form, ReportFile kind, CancellationToken ct) =>
        QuestionOf(id, form) is { } question ? kind.Of(await HandOutAsync(question, ct), Words, SchoolName) : BadRequest();
}
