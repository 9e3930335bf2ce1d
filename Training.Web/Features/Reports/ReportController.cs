using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
    private static readonly string[] Dates = [nameof(ReportForm.From), nameof(ReportForm.To), nameof(ReportForm.CompareFrom)];

    protected TrainingDbContext Db => db;

    protected CurrentUser Asker => user;

    protected virtual Reader Reader => user.Reader;

    protected Wording Words => Wording.In(texts.Language);

    protected string SchoolName => school.NameIn(texts.Language);

    /// <summary>The figures as they are now.</summary>
    protected abstract Task<Report> FindAsync(ReportQuestion question, CancellationToken ct);

    /// <summary>The figures as they leave the office: under the number of a run, for whoever may open runs.</summary>
    protected virtual Task<Report> HandOutAsync(ReportQuestion question, CancellationToken ct) => FindAsync(question, ct);

    protected virtual Outcome<ReportQuestion> QuestionOf(string id, ReportForm form) =>
        ModelState.IsValid ? form.QuestionOn(id, clock.Today)
        : Dates.Any(date => ModelState.GetFieldValidationState(date) == ModelValidationState.Invalid) ? new DateUnreadable()
        : new ChoiceUnreadable();

    protected async Task<IActionResult> ShowAsync(string id, ReportForm form, CancellationToken ct, string view = "Report")
    {
        var question = QuestionOf(id, form);
        if (question.IsRefused)
        {
            ModelState.Clear();
            ModelState.AddModelError(question.Refusal is PeriodWrong or DateUnreadable ? nameof(form.To) : nameof(form.Published), texts.Of(question.Refusal));
        }

        var report = question.IsRefused ? null : await FindAsync(question.Value, ct);
        return View($"/Features/Reports/{view}.cshtml", new ReportPage(id, form, report, await ReportChoices.FindAsync(db, Reader, ct), Reader.HidesNames));
    }

    /// <summary>The file, or the page that says why there is none.</summary>
    protected async Task<IActionResult> DownloadAsync(string id, ReportForm form, ReportFile kind, CancellationToken ct, string view = "Report")
    {
        var question = QuestionOf(id, form);
        if (!question.IsRefused)
            return kind.Of(await HandOutAsync(question.Value, ct), Words, SchoolName);

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(id, form, ct, view);
    }
}
