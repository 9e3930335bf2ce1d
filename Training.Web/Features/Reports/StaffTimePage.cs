using Training.Reports.Reporting;

namespace Training.Web.Features.Reports;

/// <summary>Time for training on screen, with the choices that narrow it.</summary>
/// <param name="Report">Nothing when what was asked makes no sense.</param>
public sealed record StaffTimePage(TrainingHoursPage Choices, Report? Report);
