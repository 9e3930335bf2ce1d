using Shouldly;
using Training.Reports.Pdf;
using Training.Tests.Infrastructure;
using Training.Tests.Reports.Pdf.Archive;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Training.Tests.Reports.Pdf;

public class PdfImageTests
{
    /// <summary>Sixteen dots by eight, half red and half blue, as a browser wrote it.</summary>
    private static readonly byte[] Jpeg = Convert.FromBase64String(
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
        "AQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFla" +
        "AAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJY" +
        "WVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAA" +
        "E9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0o" +
        "OjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj" +
        "Y2P/wAARCAAIABADASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAIF/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAME/8QAGBEAAgMAAAAAAAAA" +
        "AAAAAAAAAAVCgcH/2gAMAwEAAhEDEQA/AM9IHXSrStvC8P/Z");

    /// <summary>The same in cyan, magenta, yellow and black, as a printer wrote it.</summary>
    private static readonly byte[] PrintedJpeg = Convert.FromBase64String(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYGBQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/8AAFAgACAAQBEMRAE0RAFkRAEsR" +
        "AP/EABcAAQEBAQAAAAAAAAAAAAAAAAoJAAj/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/AL+D/j/r+Aju8D/Gf//Z");

    [Fact]
    public void Is_a_figure_that_says_what_it_shows()
    {
        using var reader = new PaperReader(Paper.With(content => content.Image(PdfImage.Read(Jpeg), 160, 160, "Logo de l'office")));

        var figure = reader.Elements("Figure").ShouldHaveSingleItem();
        PaperReader.Words(figure.Data["Alt"]).ShouldBe("Logo de l'office");
        reader.UnmarkedOperations().ShouldBeEmpty();
        var place = ImageIn(reader).BoundingBox;
        (place.Width, place.Height).ShouldBe((160, 80));
        var box = ((ArrayToken)reader.Dictionary(figure.Data["A"]).Data["BBox"]).Data.Select(side => ((NumericToken)side).Double).ToList();
        box.ShouldBe([place.Left, place.Bottom, place.Right, place.Top]);
    }

    [Fact]
    public void Keeps_a_jpeg_as_it_is()
    {
        using var reader = new PaperReader(Paper.With(content => content.Image(PdfImage.Read(Jpeg), 160, 80, "Logo")));

        ImageIn(reader).RawBytes.ToArray().ShouldBe(Jpeg);
    }

    [Fact]
    public void Shows_a_jpeg_for_the_press_in_the_colours_of_a_screen()
    {
        var file = Paper.With(content => content.Image(PdfImage.Read(PrintedJpeg), 160, 80, "Logo"));

        using var reader = new PaperReader(file);
        var colours = ColoursOf(ImageIn(reader));
        colours[0].ShouldBeGreaterThan((byte)200);
        colours[2].ShouldBeLessThan((byte)80);
        colours[^3].ShouldBeLessThan((byte)80);
        colours[^1].ShouldBeGreaterThan((byte)100);
        ArchiveRules.BrokenBy(file).ShouldBeEmpty();
    }

    [Fact]
    public void Is_in_the_document_once_however_often_it_is_shown()
    {
        var image = PdfImage.Read(Jpeg);

        var once = Paper.With(content => content.Image(image, 160, 80, "Logo")).Length;
        var often = Paper.With(content =>
        {
            for (var time = 0; time < 20; time++)
            {
                content.Image(image, 160, 80, "Logo");
                content.NewPage();
            }
        });

        (often.Length - once).ShouldBeLessThan(20 * Jpeg.Length);
    }

    [Fact]
    public async Task Is_sound_in_the_eyes_of_other_programs()
    {
        var path = TemporaryFiles.NewPath(".pdf");
        await File.WriteAllBytesAsync(
            path,
            Paper.With(content =>
            {
                content.Image(PdfImage.Read(Jpeg), 160, 80, "Logo");
                content.Image(PdfImage.Read(SamplePng.Of(9, 7, 6, 8, isInterlaced: false, Sample(8))), 90, 70, "Carte");
            }),
            TestContext.Current.CancellationToken);

        (await ExternalTool.RunAsync("qpdf", "--check", path)).ShouldContain("No syntax or stream encoding errors found");
        var list = await ExternalTool.RunAsync("pdfimages", "-list", path);
        list.ShouldMatch(@"image +16 +8 +rgb +3 +8 +jpeg");
        list.ShouldMatch(@"image +9 +7 +rgb +3 +8 +image");
        list.ShouldMatch(@"smask +9 +7 +gray +1 +8 +image");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(2, 16)]
    [InlineData(4, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    [InlineData(6, 16)]
    public void Shows_each_dot_of_a_png_in_its_colour(int colour, int depth)
    {
        foreach (var isInterlaced in new[] { false, true })
        {
            var sample = Sample(depth);
            using var reader = new PaperReader(Paper.With(content => content.Image(
                PdfImage.Read(SamplePng.Of(13, 11, colour, depth, isInterlaced, sample)), 130, 110, "Carte")));

            var image = ImageIn(reader);
            var colours = ColoursOf(image);
            var isGrey = colour is 0 or 4;
            for (var dot = 0; dot < 13 * 11; dot++)
            {
                for (var channel = 0; channel < 3; channel++)
                    colours[dot * 3 + channel].ShouldBe(InByte(sample(dot % 13, dot / 13, isGrey ? 0 : channel), depth));
            }

            if (colour is 4 or 6)
                CoverOf(reader, image).ShouldBe(Enumerable.Range(0, 13 * 11).Select(dot => InByte(sample(dot % 13, dot / 13, isGrey ? 1 : 3), depth)));
            else
                image.ImageDictionary.Data.ShouldNotContainKey("SMask");
        }
    }

    [Fact]
    public void Shows_what_lies_under_the_clear_entries_of_a_palette()
    {
        var png = SamplePng.Of(4, 1, 3, 2, isInterlaced: false, (x, _, _) => x, palette: [10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120], transparency: [0, 128]);

        using var reader = new PaperReader(Paper.With(content => content.Image(PdfImage.Read(png), 40, 10, "Carte")));

        ColoursOf(ImageIn(reader)).ShouldBe(new byte[] { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120 });
        CoverOf(reader, ImageIn(reader)).ShouldBe(new byte[] { 0, 128, 255, 255 });
    }

    [Fact]
    public void Does_not_draw_the_one_clear_colour_of_a_png()
    {
        var png = SamplePng.Of(3, 1, 2, 8, isInterlaced: false, (x, _, channel) => x * 3 + channel, transparency: [0, 3, 0, 4, 0, 5]);

        using var reader = new PaperReader(Paper.With(content => content.Image(PdfImage.Read(png), 30, 10, "Carte")));

        CoverOf(reader, ImageIn(reader)).ShouldBe(new byte[] { 255, 0, 255 });
    }

    [Fact]
    public void Refuses_a_file_that_is_no_image_or_is_cut_off()
    {
        var png = SamplePng.Of(9, 7, 6, 8, isInterlaced: false, Sample(8));

        foreach (var file in new byte[][] { [], "GIF89a"u8.ToArray(), Jpeg[..40], png[..60], [.. png[..8], .. png[20..]], [0xFF, 0xD8, 0xFF] })
            Should.Throw<UnreadableImageException>(() => PdfImage.Read(file));
    }

    [Fact]
    public void Refuses_an_image_that_is_larger_than_any_paper_needs()
    {
        var png = SamplePng.Of(9, 7, 6, 8, isInterlaced: false, Sample(8));
        (png[16], png[20]) = (0x10, 0x10);

        Should.Throw<UnreadableImageException>(() => PdfImage.Read(png)).Message.ShouldContain("million dots");
    }

    private static Func<int, int, int, int> Sample(int depth) => (x, y, channel) => (x * 37 + y * 101 + channel * 59 + x * y * 7) * 263 % (1 << depth);

    private static byte InByte(int sample, int depth) => depth == 16 ? (byte)(sample >> 8) : (byte)(sample * 255 / ((1 << depth) - 1));

    private static IPdfImage ImageIn(PaperReader reader) => reader.Pages[0].GetImages().ShouldHaveSingleItem();

    private static byte[] ColoursOf(IPdfImage image) => image.TryGetBytesAsMemory(out var bytes) ? bytes.ToArray() : [];

    private static byte[] CoverOf(PaperReader reader, IPdfImage image) => PaperReader.Unpacked((StreamToken)reader.Resolve(image.ImageDictionary.Data["SMask"]));
}
