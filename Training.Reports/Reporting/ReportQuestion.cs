namespace Training.Reports.Reporting;

/// <summary>What a report is asked. Codes that are not given mean all.</summary>
/// <param name="Report">Its short name, such as <c>r5</c>.</param>
/// <param name="Rows">A dimension to break down by, where the report offers a choice.</param>
/// <param name="Columns">A second dimension, across.</param>
/// <param name="IsPublished">For the public or parliament: small counts are hidden.</param>
public sealed record ReportQuestion(
    string Report, DateOnly From, DateOnly To, string? Funder = null, string? Grant = null, string? Organisation = null, string? Theme = null,
    string? Rows = null, string? Columns = null, bool IsPublished = false);
