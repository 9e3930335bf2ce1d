using Training.Reports.Pdf;

namespace Training.Tests.Reports.Pdf;

/// <summary>Small documents to look at.</summary>
internal static class Paper
{
    public static readonly DateTimeOffset Created = new(2026, 9, 1, 8, 30, 0, TimeSpan.FromHours(2));

    public static byte[] With(Action<PdfContent> compose) => With(PageSize.A4, page => page.Content(compose));

    public static byte[] With(PageSize size, Action<PdfPage> compose) =>
        PdfDocument.Create("Heures de formation", "fr-BE", Created, document => document.Page(size, compose));

    /// <summary>A table of so many rows with a sum, longer than a page from about forty rows.</summary>
    public static byte[] WithTableOf(int rows) => With(PageSize.A4, page =>
    {
        page.Header(header => header.Text("Office de la formation"));
        page.Content(content => content.Table(table =>
        {
            table.Column("Nom", Width.Share(2), isRowHeader: true);
            table.Column("Minutes", Width.Points(80), Align.Right);
            for (var row = 1; row <= rows; row++)
                table.Row($"Personne {row}", $"{row}");
            table.Total("Somme", "1234");
        }));
        page.Footer(footer => footer.PageNumber((number, of) => $"Page {number} sur {of}"));
    });
}
