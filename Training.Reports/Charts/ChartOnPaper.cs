using Training.Reports.Pdf;

namespace Training.Reports.Charts;

internal static class ChartOnPaper
{
    private const double Width = 560;
    private const double MaxHeight = 290;

    /// <summary>A chart under its title, on one page.</summary>
    public static void Chart(this PdfContent content, BarChart chart)
    {
        content.Together(figure =>
        {
            figure.Heading(chart.Title, 2);
            figure.Image(PdfImage.Read(ChartPicture.Png(chart)), Width, MaxHeight, chart.AlternativeText);
        });
        content.Space(6);
    }
}
