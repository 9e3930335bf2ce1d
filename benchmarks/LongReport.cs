using System.Diagnostics;
using System.Globalization;
using SkiaSharp;
using Training.Domain.Courses;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Reports.Pdf;
using Training.Reports.Reporting;
using Training.Reports.TrainingHours;
using Training.Reports.Words;

namespace Training.Benchmarks;

/// <summary>What tags, wrapping and repeated heads of a report of 5,000 rows cost beyond its text through the bare PDF backend of SkiaSharp.</summary>
internal static class LongReport
{
    private const int Rows = 5_000;
    private const int Rounds = 5;

    private static readonly Wording Words = Wording.In("fr");

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        var report = Make();
        var (own, bare) = (ReportPdf.Write(report, Words, "École"), WriteBare(report));
        var (ownTimes, bareTimes) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ct.ThrowIfCancellationRequested();
            ownTimes.Add(await Times.MillisecondsAsync(() => Task.FromResult(ReportPdf.Write(report, Words, "École"))));
            bareTimes.Add(await Times.MillisecondsAsync(() => Task.FromResult(WriteBare(report))));
        }

        using var process = Process.GetCurrentProcess();
        return
        [
            new("report-5000", ownTimes.Min(), "ms", bareTimes.Min()),
            new("report-5000-size", own.Length / 1000.0, "kB", bare.Length / 1000.0),
            new("report-5000-peak", process.PeakWorkingSet64 / 1_000_000.0, "MB"),
        ];
    }

    private static Report Make()
    {
        var lines = Enumerable.Range(0, Rows).Select(number => new TrainingHoursLine(
            new ParticipantTraits(
                Guid.CreateVersion7(), $"Aline Peeters-{number}", Gender.F, 1990, "SOCIAL", new LocalizedText("Travailleur social", "Maatschappelijk werker"), 4,
                string.Create(CultureInfo.InvariantCulture, $"ORG-{number / 125:00}"), new LocalizedText($"Association {number / 125}", $"Vereniging {number / 125}"),
                OrganisationType.Association, null, "SOCIAL", LocalizedText.Empty, IsPublic: false, null, 0.8m),
            2400, 0, 360, 1080, 0, 0, 960, 1800 - number % 600, number % 90, 5, 4, 0)).ToList();
        return new Report(
            new ReportQuestion("r8", new(2026, 1, 1), new(2026, 12, 31)), TrainingHoursReport.ByPerson(lines), new(2026, 12, 31, 12, 0, 0, TimeSpan.Zero),
            ReportDesk.TemplateVersion, "benchmark", [], []);
    }

    /// <summary>The same cells at fixed places, with no tag, no wrapping and no head.</summary>
    private static byte[] WriteBare(Report report)
    {
        const float top = 40, bottom = 555, lineHeight = 13;
        using var program = typeof(PdfDocument).Assembly.GetManifestResourceStream("Typefaces.SourceSans3-Regular.ttf");
        using var typeface = SKTypeface.FromStream(program);
        using var font = new SKFont(typeface, 8.5f) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var paint = new SKPaint { Color = SKColors.Black };
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        {
            SKCanvas? page = null;
            var place = bottom;
            foreach (var row in report.Table.Rows)
            {
                if (place + lineHeight > bottom)
                {
                    if (page is not null)
                        document.EndPage();
                    (page, place) = (document.BeginPage((float)PageSize.A4Landscape.Width, (float)PageSize.A4Landscape.Height), top);
                }

                foreach (var (index, cell) in row.Cells.Index())
                    page!.DrawText(Cells.Shown(cell, report.Table.Columns[index].Kind, Words), 34 + index * 52, place, SKTextAlign.Left, font, paint);
                place += lineHeight;
            }

            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
