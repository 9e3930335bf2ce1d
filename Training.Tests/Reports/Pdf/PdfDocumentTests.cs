using Shouldly;
using Training.Reports.Pdf;
using Training.Tests.Infrastructure;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Training.Tests.Reports.Pdf;

public class PdfDocumentTests
{
    public static readonly TheoryData<string> Names =
    [
        "Anne-Françoise Hébé-Noël",
        "Şükrü Çağlayanoğlu-Iğdır",
        "Zdzisław Brzęczyszczykiewicz",
        "Ștefan Mărțișor",
        "Nguyễn Thị Phượng",
        "Αλέξανδρος Παπαδόπουλος",
        "Дмитрий Щербаков",
        "Office efficient affligé",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Prints_names_that_can_be_copied_and_read_aloud(string name)
    {
        var file = Paper.With(content => content.Text(name));

        using var reader = new PaperReader(file);
        reader.Outline().ShouldBe(["Document", $" P {name}"]);
        (await TextByPopplerAsync(file)).Trim().ShouldBe(name);
    }

    [Theory]
    [InlineData("محمد العربي")]
    [InlineData("12\u202F345,50")]
    public async Task Gives_the_text_beside_the_glyphs_where_they_do_not_tell_it(string text)
    {
        var read = await TextByPopplerAsync(Paper.With(content => content.Text(text + " et 1 2")));

        foreach (var letter in text.Where(char.IsLetterOrDigit))
            read.ShouldContain(letter);
        read.ShouldNotContain('□');
    }

    [Theory]
    [InlineData("محمد", "NotoSansArabic-Regular")]
    [InlineData("לוי", "NotoSansHebrew-Regular")]
    public void Draws_letters_from_right_to_left_in_a_typeface_that_has_them(string name, string typeface)
    {
        using var reader = new PaperReader(Paper.With(content => content.Text($"Nom {name} lu")));

        var letters = reader.Pages[0].Letters.Where(letter => name.Contains(letter.Value, StringComparison.Ordinal)).OrderBy(letter => letter.StartBaseLine.X).ToList();
        string.Concat(letters.Select(letter => letter.Value)).ShouldBe(string.Concat(name.Reverse()));
        letters.ShouldAllBe(letter => letter.FontName!.EndsWith(typeface, StringComparison.Ordinal));
        reader.Pages[0].Letters[0].FontName!.ShouldEndWith("SourceSans3-Regular");
    }

    [Theory]
    [InlineData("محمد العربي", "Arabe")]
    [InlineData("בן־חיים 12 לוי", "Hébreu")]
    public void Puts_the_first_word_of_a_name_rightmost_and_reads_it_first(string name, string before)
    {
        using var reader = new PaperReader(Paper.With(content => content.Text($"{before} {name} après")));

        var words = name.Split(' ');
        var places = words.Select(word => reader.Pages[0].Letters.Where(letter => word.Contains(letter.Value, StringComparison.Ordinal)).Average(letter => letter.StartBaseLine.X)).ToList();
        places.ShouldBe(places.OrderDescending());
        places[^1].ShouldBeGreaterThan(reader.Pages[0].Letters[before.Length - 1].EndBaseLine.X);
        reader.Pages[0].Letters.Last(letter => letter.Value == "s").StartBaseLine.X.ShouldBeGreaterThan(places[0]);
        reader.ActualTexts(1).ShouldBe(words.Where(word => !word.All(char.IsDigit)));
    }

    [Fact]
    public void Says_which_script_has_no_typeface_and_shows_boxes_for_it()
    {
        var warnings = new List<ScriptWithoutTypeface>();
        void Take(ScriptWithoutTypeface warning)
        {
            if (warning.Document == "Sans police")
                warnings.Add(warning);
        }

        PdfDocument.Warned += Take;
        byte[] file;
        try
        {
            file = PdfDocument.Create("Sans police", "fr-BE", Paper.Created, document => document.Page(PageSize.A4, page => page.Content(content =>
            {
                content.Text("Wang 王小明 et สมชาย, Нина, محمد ☺");
                content.Text("王");
            })));
        }
        finally
        {
            PdfDocument.Warned -= Take;
        }

        warnings.ShouldBe([new("Sans police", "Hani"), new("Sans police", "Thai")]);
        using var reader = new PaperReader(file);
        reader.TaggedText(1).Count(letter => letter == '□').ShouldBe("王小明สมชาย王".Length);
    }

    [Fact]
    public void Says_its_title_and_its_language_and_that_it_is_tagged()
    {
        using var reader = new PaperReader(Paper.With(content => content.Text("Bonjour")));

        ((StringToken)reader.Catalog.Data["Lang"]).Data.ShouldBe("fr-BE");
        reader.Dictionary(reader.Catalog.Data["MarkInfo"]).Data["Marked"].ShouldBe(BooleanToken.True);
        reader.Dictionary(reader.Catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"].ShouldBe(BooleanToken.True);
        reader.Information.Title.ShouldBe("Heures de formation");
        reader.Metadata.ShouldContain("<pdfuaid:part>1</pdfuaid:part>");
        reader.Metadata.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        reader.Metadata.ShouldContain("Heures de formation</rdf:li>");
    }

    [Fact]
    public void Gives_the_same_bytes_for_the_same_content() => Paper.WithTableOf(100).ShouldBe(Paper.WithTableOf(100));

    [Fact]
    public void Gives_them_when_many_are_written_at_once() =>
        Enumerable.Range(0, 16).AsParallel().Select(_ => Paper.WithTableOf(60)).ShouldAllBe(file => file.SequenceEqual(Paper.WithTableOf(60)));

    [Fact]
    public void Differs_in_its_identifier_when_a_figure_differs() => Paper.WithTableOf(3)[^200..].ShouldNotBe(Paper.WithTableOf(4)[^200..]);

    [Fact]
    public async Task Is_sound_in_the_eyes_of_another_program()
    {
        var report = await ExternalTool.RunAsync("qpdf", "--check", await SaveAsync(Paper.WithTableOf(200)));

        report.ShouldContain("No syntax or stream encoding errors found");
    }

    [Fact]
    public async Task Carries_only_the_letters_that_it_uses()
    {
        var fonts = await ExternalTool.RunAsync("pdffonts", await SaveAsync(Paper.With(content => content.Text("Bonjour"))));

        fonts.ShouldMatch(@"[A-Z]{6}\+SourceSans3-Regular +CID TrueType +Identity-H +yes yes yes");
        Paper.With(content => content.Text("Bonjour")).Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public void Marks_everything_that_it_draws()
    {
        using var reader = new PaperReader(Paper.WithTableOf(100));

        reader.UnmarkedOperations().ShouldBeEmpty();
    }

    [Fact]
    public void Lists_its_headings_beside_the_pages()
    {
        using var reader = new PaperReader(Paper.With(content =>
        {
            content.Heading("Rapport");
            content.Heading("Écoles", 2);
            content.Heading("Personnes", 2);
        }));

        var root = reader.Bookmarks.Roots.ShouldHaveSingleItem();
        root.Title.ShouldBe("Rapport");
        root.Children.Select(child => child.Title).ShouldBe(["Écoles", "Personnes"]);
    }

    [Fact]
    public void Mixes_portrait_and_landscape_and_numbers_the_pages_through()
    {
        using var reader = new PaperReader(PdfDocument.Create("Deux", "nl-BE", Paper.Created, document =>
        {
            foreach (var size in new[] { PageSize.A4, PageSize.A4Landscape })
                document.Page(size, page => page.Footer(footer => footer.PageNumber((number, of) => $"{number} van {of}")));
        }));

        reader.Pages.Select(page => page.Width > page.Height).ShouldBe([false, true]);
        reader.Pages.Select(page => reader.ArtifactText(page.Number)).ShouldBe(["1 van 2", "2 van 2"]);
    }

    private static async Task<string> TextByPopplerAsync(byte[] file) => await ExternalTool.RunAsync("pdftotext", await SaveAsync(file), "-");

    private static async Task<string> SaveAsync(byte[] file)
    {
        var path = TemporaryFiles.NewPath(".pdf");
        await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
        return path;
    }
}
