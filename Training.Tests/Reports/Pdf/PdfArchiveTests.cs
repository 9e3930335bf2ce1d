using System.Text;
using Shouldly;
using SkiaSharp;
using Training.Reports.Pdf;
using Training.Tests.Infrastructure;
using Training.Tests.Reports.Pdf.Archive;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Training.Tests.Reports.Pdf;

/// <summary>A paper says that it can be kept (PDF/A-2a); here it is held to that, and so is what holds it.</summary>
public class PdfArchiveTests
{
    private static readonly byte[] Everything = Paper.With(PageSize.A4, page =>
    {
        page.Header(header => header.Text("Office de la formation"));
        page.Content(content =>
        {
            content.Heading("Heures");
            content.Heading("Par personne", 2);
            content.Text("Şükrü Αλέξανδρος Щербаков Nguyễn, محمد العربي, לוי, 王小明, office affligé ☺ 12\u202F345");
            content.Text("Een zin in het Nederlands", language: "nl");
            content.Text("\uFEFFMarque d'ordre\uFEFF et lettre privée \uE000\uE0FF, moitié \uD800 et rien\0");
            content.Link("Vérifier", new Uri("https://training.example/verify/é?a=(1)"), "Vérifier cette attestation");
            content.List("un", "deux");
            content.NumberedList("un", "deux");
            content.Table(table =>
            {
                table.Caption("Minutes");
                table.Column("Nom", Width.Share(2), isRowHeader: true);
                table.Column("Minutes", Width.Points(80), Align.Right);
                for (var row = 1; row <= 90; row++)
                    table.Row($"Personne {row}", $"{row}");
                table.Total("Somme", "4095");
            });
            content.QrCode("https://training.example/verify/1", "Code de vérification");
            content.Image(PdfImage.Read(SamplePng.Of(9, 7, 6, 8, isInterlaced: false, (x, y, channel) => (x + y + channel) * 9 % 256)), 90, 70, new string('é', 40_000));
        });
        page.Footer(footer => footer.PageNumber((number, of) => $"Page {number} sur {of}"));
    });

    [Fact]
    public void Breaks_no_rule_of_what_is_kept() => ArchiveRules.BrokenBy(Everything).ShouldBeEmpty();

    [Fact]
    public void Breaks_none_when_nothing_is_on_the_page() => ArchiveRules.BrokenBy(Paper.With(_ => { })).ShouldBeEmpty();

    [Fact]
    public void Says_that_its_colours_are_those_of_a_screen()
    {
        using var reader = new PaperReader(Everything);
        var intent = reader.Dictionary(((ArrayToken)reader.Catalog.Data["OutputIntents"]).Data[0]);

        using var colours = SKColorSpace.CreateIcc(PaperReader.Unpacked((StreamToken)reader.Resolve(intent.Data["DestOutputProfile"])));
        colours.ShouldNotBeNull();
        colours.IsSrgb.ShouldBeTrue();
    }

    [Theory]
    [InlineData("%PDF-1.7", "%PDF-2.7", "6.1.2")]
    [InlineData("/S /GTS_PDFA1", "/S /GTS_PDFX1", "6.2.3")]
    [InlineData("mntrRGB ", "mntrCMYK", "6.2.3")]
    [InlineData("/ColorSpace /DeviceRGB\n", "/ColorSpace /DeviceCMYK", "6.2.4.3")]
    [InlineData(" rg\n", " RG\n", "6.2.2")]
    [InlineData("/CIDToGIDMap /Identity", "/CIDToGIDMap /Identitx", "6.2.11.3")]
    [InlineData("/FontFile2", "/FontFile3", "6.2.11.4")]
    [InlineData("[\n      200\n    ]", "[\n      400\n    ]", "6.2.11.5")]
    [InlineData("<00090020", "<00080020", "6.2.11.7")]
    [InlineData("<00090020", "<00000020", "6.2.11.8")]
    [InlineData("><0050>\n", "><0000>\n", "6.2.11.7")]
    [InlineData("/F 4\n", "/F 2\n", "6.3.2")]
    [InlineData("/S /URI", "/S /URX", "6.5.1")]
    [InlineData("/Marked true", "/Marked null", "6.7.2")]
    [InlineData("/S /Figure", "/S /Figurx", "6.7.3")]
    [InlineData("/Lang (nl)", "/Lang (?l)", "6.7.4")]
    [InlineData("<pdfaid:part>2", "<pdfaid:part>1", "6.6.4")]
    [InlineData("<pdfaSchema:prefix>pdfuaid", "<pdfaSchema:prefix>pdfvaid", "6.6.2.3")]
    [InlineData("<xmp:ModifyDate>2026", "<xmp:ModifyDate>2025", "6.6.3")]
    [InlineData("/Tabs /S", "/AA<<>> ", "nobody has looked")]
    public async Task Is_held_to_each_rule(string whole, string broken, string clause)
    {
        var file = await UnpackAsync(Everything);
        whole.Length.ShouldBe(broken.Length);
        file.ShouldContain(whole);

        ArchiveRules.BrokenBy(Encoding.Latin1.GetBytes(file.Replace(whole, broken, StringComparison.Ordinal))).ShouldContain(rule => rule.Contains(clause));
    }

    /// <summary>The same file with its objects in the open, as the program qpdf writes it.</summary>
    private static async Task<string> UnpackAsync(byte[] file)
    {
        var (packed, open) = (TemporaryFiles.NewPath(".pdf"), TemporaryFiles.NewPath(".pdf"));
        await File.WriteAllBytesAsync(packed, file, TestContext.Current.CancellationToken);
        await ExternalTool.RunAsync("qpdf", "--qdf", "--object-streams=disable", packed, open);

        return await File.ReadAllTextAsync(open, Encoding.Latin1, TestContext.Current.CancellationToken);
    }
}
