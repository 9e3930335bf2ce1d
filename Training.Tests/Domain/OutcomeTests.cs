using Shouldly;
using Training.Domain;
using Xunit;

namespace Training.Tests.Domain;

public class OutcomeTests
{
    [Fact]
    public void Holds_a_value_or_the_reason_why_not()
    {
        Outcome<int> yes = 3;
        Outcome<int> no = new ChangedMeanwhile();

        yes.IsRefused.ShouldBeFalse();
        no.Refusal.ShouldBeOfType<ChangedMeanwhile>();
    }
}
