using Shouldly;
using Training.Reports.Pdf;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Training.Tests.Reports.Pdf;

public class PdfContentTests
{
    [Fact]
    public void Is_read_in_the_order_in_which_it_was_written()
    {
        using var reader = new PaperReader(Paper.With(content =>
        {
            content.Heading("Certificat");
            content.Text("Premiers secours");
            content.List("Théorie", "Pratique");
            content.Columns(columns =>
            {
                columns.Column(Width.Share(1), left => left.Text("À gauche"));
                columns.Column(Width.Share(1), right => right.Text("À droite"));
            });
        }));

        reader.Outline().ShouldBe(
        [
            "Document",
            " H1 Certificat",
            " P Premiers secours",
            " L",
            "  LI",
            "   Lbl •",
            "   LBody Théorie",
            "  LI",
            "   Lbl •",
            "   LBody Pratique",
            " P À gauche",
            " P À droite",
        ]);
    }

    [Fact]
    public void Keeps_a_heading_with_what_follows_it()
    {
        for (var space = 640; space < 760; space += 8)
        {
            using var reader = new PaperReader(Paper.With(content =>
            {
                content.Space(space);
                content.Heading("Titre");
                content.Text("Suite");
            }));
            reader.TaggedText(reader.Pages.Count).ShouldBe("TitreSuite");
        }
    }

    [Fact]
    public void Keeps_together_what_fits_on_one_page()
    {
        for (var space = 560; space < 760; space += 20)
        {
            using var reader = new PaperReader(Paper.With(content =>
            {
                content.Space(space);
                content.Together(together =>
                {
                    together.Text("Un");
                    together.List("Deux", "Trois");
                    together.Figure(100, 60, "Quatre", drawing => drawing.Fill(Color.Shade, 0, 0, 100, 60));
                    together.Text("Cinq");
                });
            }));
            reader.TaggedText(reader.Pages.Count).ShouldBe("Un•Deux•TroisCinq");
        }
    }

    [Fact]
    public void Parts_what_should_stay_together_and_is_higher_than_a_page()
    {
        using var reader = new PaperReader(Paper.With(content => content.Together(together =>
        {
            for (var line = 0; line < 60; line++)
                together.Text($"Ligne {line}.");
        })));

        reader.Pages.Count.ShouldBe(2);
        reader.Elements("P").Count.ShouldBe(60);
    }

    [Fact]
    public void Leaves_no_line_of_a_paragraph_alone()
    {
        var text = string.Join(' ', Enumerable.Repeat("Une phrase qui passe à la ligne.", 12));
        for (var space = 640; space < 760; space += 4)
        {
            using var reader = new PaperReader(Paper.With(content =>
            {
                content.Space(space);
                content.Text(text);
            }));
            foreach (var page in reader.Pages.Where(page => page.Letters.Count > 0))
                page.Letters.Select(letter => Math.Round(letter.StartBaseLine.Y)).Distinct().Count().ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void Parts_the_words_of_two_lines_for_who_listens()
    {
        var text = string.Join(' ', Enumerable.Repeat("Une phrase qui passe à la ligne.", 30));

        using var reader = new PaperReader(Paper.With(content => content.Text(text)));

        reader.Elements("P").ShouldHaveSingleItem();
        reader.TextOf(reader.Elements("P")[0]).ShouldBe(text);
    }

    [Fact]
    public void Leads_from_a_link_to_its_address_and_back_to_its_text()
    {
        using var reader = new PaperReader(Paper.With(content => content.Text(text => text
            .Plain("Voir le ").Link("règlement", new Uri("https://example.be/r?a=(1)"), "Règlement de la formation").Plain("."))));

        var link = reader.Elements("Link").ShouldHaveSingleItem();
        var reference = ((ArrayToken)link.Data["K"]).Data.OfType<DictionaryToken>().ShouldHaveSingleItem();
        var annotation = reader.Dictionary(reference.Data["Obj"]);

        reader.TextOf(link).ShouldBe("règlement");
        ((StringToken)reader.Dictionary(annotation.Data["A"]).Data["URI"]).Data.ShouldBe("https://example.be/r?a=(1)");
        PaperReader.Words(annotation.Data["Contents"]).ShouldBe("Règlement de la formation");
        reader.ElementOfKey(annotation.Data["StructParent"]).ShouldBe(link);
    }

    [Fact]
    public void Says_what_a_code_leads_to()
    {
        using var reader = new PaperReader(Paper.With(content => content.QrCode("https://example.be/c/1", "Code QR: vérifier ce certificat")));

        var figure = reader.Elements("Figure").ShouldHaveSingleItem();
        PaperReader.Words(figure.Data["Alt"]).ShouldBe("Code QR: vérifier ce certificat");
        ((ArrayToken)reader.Dictionary(figure.Data["A"]).Data["BBox"]).Length.ShouldBe(4);
    }

    [Fact]
    public void Says_which_language_a_text_is_in_where_it_is_another()
    {
        using var reader = new PaperReader(Paper.With(content => content.Text("Uitgereikt te Brussel", language: "nl-BE")));

        ((StringToken)reader.Elements("P")[0].Data["Lang"]).Data.ShouldBe("nl-BE");
    }

    [Fact]
    public void Starts_a_new_page_where_it_is_told_to()
    {
        using var reader = new PaperReader(Paper.With(content =>
        {
            content.Text("Un");
            content.NewPage();
            content.Text("Deux");
        }));

        reader.Pages.Select(page => reader.TaggedText(page.Number)).ShouldBe(["Un", "Deux"]);
    }

    [Fact]
    public void Cuts_a_word_that_is_wider_than_the_page()
    {
        var word = new string('m', 300);

        using var reader = new PaperReader(Paper.With(content => content.Text(word)));

        reader.TaggedText(1).ShouldBe(word);
        reader.Pages[0].Letters.Max(letter => letter.EndBaseLine.X).ShouldBeLessThan(PageSize.A4.Width - 45);
    }
}
