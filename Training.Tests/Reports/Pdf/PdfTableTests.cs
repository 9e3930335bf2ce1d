using Shouldly;
using Training.Reports.Pdf;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Training.Tests.Reports.Pdf;

public class PdfTableTests
{
    [Fact]
    public void Is_read_as_a_table_with_headers_rows_and_cells()
    {
        using var reader = new PaperReader(Paper.WithTableOf(2));

        reader.Outline().ShouldBe(
        [
            "Document",
            " Table",
            "  THead",
            "   TR",
            "    TH Nom",
            "    TH Minutes",
            "  TBody",
            "   TR",
            "    TH Personne 1",
            "    TD 1",
            "   TR",
            "    TH Personne 2",
            "    TD 2",
            "   TR",
            "    TH Somme",
            "    TD 1234",
        ]);
        reader.Elements("TH").Select(header => Scope(reader, header)).ShouldBe(["Column", "Column", "Row", "Row", "Row"]);
    }

    [Fact]
    public void Repeats_its_head_on_the_next_page_for_the_eye_only()
    {
        using var reader = new PaperReader(Paper.WithTableOf(100));

        reader.Pages.Count.ShouldBe(3);
        reader.TaggedText(1).ShouldStartWith("NomMinutesPersonne 1");
        reader.TaggedText(2).ShouldNotContain("Minutes");
        reader.ArtifactText(2).ShouldBe("NomMinutesOffice de la formationPage 2 sur 3");
        reader.Elements("THead").Count.ShouldBe(1);
        reader.Elements("TR").Count.ShouldBe(102);
    }

    [Fact]
    public void Keeps_its_sum_with_the_row_before_it()
    {
        for (var rows = 35; rows < 50; rows++)
        {
            using var reader = new PaperReader(Paper.WithTableOf(rows));
            reader.TaggedText(reader.Pages.Count).ShouldContain($"Personne {rows}");
        }
    }

    [Fact]
    public void Leaves_no_row_alone_on_a_page()
    {
        for (var rows = 30; rows < 50; rows++)
        {
            using var reader = new PaperReader(Paper.With(content => content.Table(table =>
            {
                table.Column("Nom", Width.Share(1));
                for (var row = 1; row <= rows; row++)
                    table.Row($"Personne {row}.");
            })));
            reader.TaggedText(reader.Pages.Count).Count(letter => letter == '.').ShouldBeGreaterThan(1);
        }
    }

    [Fact]
    public void Makes_a_column_as_wide_as_what_stands_in_it_and_gives_the_rest_to_others()
    {
        using var reader = new PaperReader(Paper.With(content => content.Table(table =>
        {
            table.Column("N", Width.Fitting);
            table.Column("Cours", Width.Share(1));
            table.Row("GDP-BASE-26A", "Agression");
            table.Row("B", "Premiers secours");
        })));

        var words = reader.Pages[0].GetWords().ToList();
        words.ShouldContain(word => word.Text == "GDP-BASE-26A");
        (words.Single(word => word.Text == "Cours").BoundingBox.Left - words.Single(word => word.Text == "GDP-BASE-26A").BoundingBox.Right).ShouldBeInRange(7, 11);
    }

    [Fact]
    public void Lets_a_long_text_take_half_of_the_table_at_most()
    {
        var text = string.Join(' ', Enumerable.Repeat("Une remarque assez longue.", 20));

        using var reader = new PaperReader(Paper.With(content => content.Table(table =>
        {
            table.Column("Remarque", Width.Fitting);
            table.Column("Cours", Width.Share(1));
            table.Row(text, "Agression");
        })));

        reader.Pages[0].GetWords().Single(word => word.Text == "Cours").BoundingBox.Left.ShouldBeInRange(298, 305);
    }

    [Fact]
    public void Cuts_no_word_while_another_column_has_room_to_give()
    {
        using var reader = new PaperReader(Paper.With(content => content.Table(table =>
        {
            table.Column("Remarque", Width.Share(90));
            table.Column("Participations", Width.Share(5));
            table.Column("Date", Width.Share(5));
            table.Row("Une remarque", "12", "07/09/2026");
        })));

        reader.Pages[0].GetWords().Select(word => word.Text).ShouldBe(["Remarque", "Participations", "Date", "Une", "remarque", "12", "07/09/2026"], ignoreOrder: true);
    }

    [Fact]
    public void Keeps_a_row_on_one_page_when_it_fits()
    {
        using var reader = new PaperReader(Paper.With(content => content.Table(table =>
        {
            table.Column("Remarque", Width.Share(1));
            for (var row = 0; row < 40; row++)
                table.Row(string.Join(' ', Enumerable.Repeat("Une remarque assez longue.", 20)));
        })));

        reader.Pages.Count.ShouldBeGreaterThan(2);
        foreach (var page in reader.Pages)
            reader.TaggedText(page.Number).ShouldEndWith("longue.");
        reader.Elements("TD").ShouldAllBe(cell => ((ArrayToken)cell.Data["K"]).Length == 1);
    }

    [Fact]
    public void Divides_a_row_that_is_higher_than_a_page_and_loses_nothing()
    {
        var text = string.Join(' ', Enumerable.Range(1, 2000).Select(number => $"mot{number}"));

        using var reader = new PaperReader(Paper.With(content => content.Table(table =>
        {
            table.Column("Étroit", Width.Points(60));
            table.Column("Long", Width.Points(150));
            table.Row("court", text);
        })));

        reader.Pages.Count.ShouldBeGreaterThan(2);
        reader.TextOf(reader.Elements("TD")[1]).ShouldBe(text);
    }

    [Fact]
    public void Ends_its_numbers_at_the_same_place()
    {
        using var reader = new PaperReader(Paper.WithTableOf(12));

        var ends = reader.Pages[0].GetWords().Where(word => word.Text.All(char.IsDigit) && word.BoundingBox.Left > 400 && word.BoundingBox.Bottom > 100)
            .Select(word => Math.Round(word.Letters[^1].EndBaseLine.X, 1));

        ends.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Refuses_a_row_with_a_cell_too_few() =>
        Should.Throw<ArgumentException>(() => Paper.With(content => content.Table(table =>
        {
            table.Column("Nom", Width.Share(1));
            table.Column("Minutes", Width.Points(80), Align.Right);
            table.Row("Personne");
        })));

    private static string Scope(PaperReader reader, DictionaryToken header) =>
        ((NameToken)reader.Dictionary(header.Data["A"]).Data["Scope"]).Data;
}
