using Shouldly;
using Training.Domain.Courses.Search;
using Xunit;

namespace Training.Tests.Courses;

/// <summary>The one normaliser of the search.</summary>
public class SearchTermsTests
{
    [Theory]
    [InlineData("sociale", "sociaux")]
    [InlineData("sociale", "sociaal")]
    [InlineData("formateur", "formatrices")]
    [InlineData("citoyenne", "citoyens")]
    [InlineData("gérer", "gère")]
    [InlineData("réseau", "RÉSEAUX")]
    [InlineData("les", "lessen")]
    [InlineData("taal", "talen")]
    [InlineData("brief", "brieven")]
    [InlineData("huis", "huizen")]
    [InlineData("mogelijkheid", "mogelijkheden")]
    [InlineData("begeleiden", "begeleiders")]
    [InlineData("coördinator", "coordinators")]
    [InlineData("œuvre", "oeuvres")]
    public void Write_the_forms_of_one_word_alike(string one, string other) =>
        SearchTerms.Stem(PlainText.Fold(one)).ShouldBe(SearchTerms.Stem(PlainText.Fold(other)));

    [Theory]
    [InlineData("prévention", "préventive")]
    [InlineData("guichet", "gilet")]
    [InlineData("wijk", "week")]
    public void Keep_different_words_apart(string one, string other) =>
        SearchTerms.Stem(PlainText.Fold(one)).ShouldNotBe(SearchTerms.Stem(PlainText.Fold(other)));

    [Fact]
    public void Leave_out_words_that_say_nothing() =>
        SearchTerms.WordsOf("Comment gérer l'agressivité dans l'espace public ?").ShouldBe(["gerer", "agressivite", "espace", "public"]);

    [Fact]
    public void Keep_a_search_of_nothing_but_such_words() => SearchTerms.WordsOf("de la").ShouldBe(["de", "la"]);

    [Fact]
    public void Count_no_figures_of_a_search_that_found_nothing() =>
        SearchMiss.WordsToCount("tricot 85.07.30-033.28 avancé").ShouldBe("avance tricot");
}
