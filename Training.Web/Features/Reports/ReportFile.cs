using Microsoft.AspNetCore.Mvc;
using Training.Reports.Reporting;
using Training.Reports.Words;
using Training.Web.Features.Shared;

namespace Training.Web.Features.Reports;

/// <summary>A kind of file in which a report leaves the office.</summary>
public sealed class ReportFile(string extension, string contentType, Func<Report, Wording, string, byte[]> write)
{
    public static readonly ReportFile Paper = new("pdf", "application/pdf", ReportPdf.Write);
    public static readonly ReportFile Workbook = new("xlsx", ContentTypes.Workbook, (report, words, _) => ReportExcel.Write(report, words));
    public static readonly ReportFile Flat = new("csv", "text/csv; charset=utf-8", (report, words, _) => ReportCsv.Write(report, words));

    public FileContentResult Of(Report report, Wording words, string school, string name) =>
        new(write(report, words, school), contentType) { FileDownloadName = $"{name}.{extension}" };

    /// <summary>Under the name, the period and, where there is one, the run of the report.</summary>
    public FileContentResult Of(Report report, Wording words, string school) =>
        Of(report, words, school, $"{report.Question.Report}-{report.Question.From:yyyyMMdd}-{report.Question.To:yyyyMMdd}{(report.Question.IsPublished ? "-public" : "")}{(report.Run is { } run ? $"-{run}" : "")}");
}
