using Shouldly;
using SkiaSharp;
using Training.Domain.Courses;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Reports.EvidenceBundles;
using Training.Reports.Pdf;
using Training.Reports.SignInSheets;
using Training.Tests.Reports.Pdf;
using Xunit;

namespace Training.Tests.Reports;

public class ScanCopyTests
{
    // Ten stripes of a hundred thousandths each, the brighter the lower.
    private static readonly byte[] Stripes = SamplePng.Of(40, 100, 0, 8, isInterlaced: false, (_, y, _) => 100 + y / 10 * 15);

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    public void Shows_the_stripes_that_are_asked_for_and_covers_all_else(string contentType)
    {
        var scan = contentType == "image/png" ? Stripes : Paper.With(content => content.Image(PdfImage.Read(Stripes), 400, 700, "Scan"));

        using var copy = SKBitmap.Decode(ScanCopy.Of(scan, contentType, [new(300, 400), new(700, 800)]));

        (copy.Width, copy.Height).ShouldBe((40, 100));
        for (var y = 2; y < 100; y += 10)
        {
            var light = (double)copy.GetPixel(20, y + 3).Red;
            light.ShouldBe(y / 10 is 3 or 7 ? 100 + y / 10 * 15 : 0x37, tolerance: 12);
        }
    }

    [Fact]
    public void Gives_none_of_what_is_no_picture() =>
        ScanCopy.Of(Paper.With(content => content.Text("Texte")), "application/pdf", [new(0, 1000)]).ShouldBeNull();

    [Fact]
    public void Finds_the_line_of_each_person_on_the_sheet()
    {
        var office = new SheetOffice(_ => "L'école", language => new Uri($"https://school.example/{language}/sheets/"));
        var sheet = new SignInSheet(
            "2345678923", "GDP-26A", new LocalizedText("Gardiens de la paix", "Gemeenschapswachten"), TeachingLanguage.Fr, new(2026, 9, 14), DayPart.Morning, [new(new(9, 0), new(12, 0))], "Salle",
            ["Anne Formatrice"], [.. Enumerable.Range(1, 17).Select(number => new SignInSheet.Person($"Personne{number}", "ASBL"))]);

        var lines = SheetLines.Of(sheet, office);

        using var paper = UglyToad.PdfPig.PdfDocument.Open(SignInSheetPdf.Write([sheet], office, Paper.Created));
        lines.Count.ShouldBe(17);
        foreach (var (index, (page, stripe)) in lines.Index())
        {
            var drawn = paper.GetPage(page);
            bool isSeen(UglyToad.PdfPig.Content.Word word) => drawn.Height - word.BoundingBox.Top > stripe.Top * drawn.Height / 1000 && drawn.Height - word.BoundingBox.Bottom < stripe.Bottom * drawn.Height / 1000;
            drawn.GetWords().Where(word => word.Text.StartsWith("Personne", StringComparison.Ordinal) && isSeen(word)).Select(word => word.Text).ShouldBe([$"Personne{index + 1}"]);
        }
    }
}
