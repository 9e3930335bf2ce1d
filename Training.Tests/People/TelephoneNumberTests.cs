using Shouldly;
using Training.Domain.People;
using Xunit;

namespace Training.Tests.People;

public class TelephoneNumberTests
{
    [Theory]
    [InlineData("0470 12 34 56", "+32470123456", "0470 12 34 56")]
    [InlineData("0470/12.34.56", "+32470123456", "0470 12 34 56")]
    [InlineData("+32 (0)2 548 04 40", "+3225480440", "02 548 04 40")]
    [InlineData("0033 6 12 34 56 78", "+33612345678", "+33 6 12 34 56 78")]
    public void Is_kept_with_its_country_and_shown_as_people_write_it(string typed, string kept, string shown)
    {
        TelephoneNumber.Read(typed).ShouldBe(kept);
        TelephoneNumber.Shown(kept).ShouldBe(shown);
    }

    [Theory]
    [InlineData("0470 12")]
    [InlineData("ask Ahmed")]
    [InlineData("")]
    [InlineData("85.07.30-033 28")]
    public void Is_refused_when_no_telephone_can_have_it(string typed) => TelephoneNumber.Read(typed).ShouldBeNull();
}
