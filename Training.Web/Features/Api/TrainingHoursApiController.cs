using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Training.Domain;
using Training.Domain.Time;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;
using Training.Web.Access;

namespace Training.Web.Features.Api;

/// <summary>Training hours by organisation, for systems of the school and of the Region. It names no person.</summary>
[ApiController]
[Authorize(ApiScopes.ReadTrainingHours)]
public sealed class TrainingHoursApiController(TrainingHoursQuery trainingHours, OfficeClock clock) : ControllerBase
{
    private const int MaxYears = 10;

    /// <param name="from">The first day (yyyy-MM-dd); the first of January when it is left out.</param>
    /// <param name="to">The last day; today when it is left out.</param>
    [HttpGet("/api/v1/training-hours")]
    [ProducesResponseType<TrainingHoursFigures>(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status400BadRequest)]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [ProducesResponseType(StatusCodes.Status403Forbidden)]
    public async Task<IActionResult> TrainingHours(DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var last = to ?? clock.Today;
        var first = from ?? new DateOnly(last.Year, 1, 1);
        if (first > last || first.AddYears(MaxYears) < last)
            return BadRequest();

        var context = new ReportContext(new ReportQuestion("r8", first, last), Reader.WholeSchool, clock.Now);
        return Ok(TrainingHoursFigures.Of(first, last, clock.AtOffice(context.CutOff), await trainingHours.FindAsync(context, ct)));
    }
}
