using Shouldly;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.ReportRuns;
using Training.Reports.Reporting;
using Xunit;

namespace Training.Tests.Reports;

public class ReportRunTraitsTests
{
    private static readonly PersonId Somebody = PersonId.New();
    private static readonly Guid Enrolment = Guid.CreateVersion7();

    private static readonly Dictionary<Guid, ParticipantTraits> People = new()
    {
        [Enrolment] = new(
            Somebody.Value, "Aline Test", Gender.NotStated, 1990, "GDP", new LocalizedText("Gardien", "Wachter"), 3, "ASBL-01", new LocalizedText("Association", "Vereniging"),
            default, null, "PREV", new LocalizedText("Prévention", "Preventie"), IsPublic: false, LanguageRole: null, SortName: "Test, Aline"),
    };

    public static readonly TheoryData<ReportRunTraits> Forms =
    [
        ReportRunTraits.Of(1, new RunTraits(People, [], [])),
        ReportRunTraits.Of(1, People),
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Are_read_and_forgotten_in_the_form_of_today_and_in_that_of_the_first_runs(ReportRunTraits traits)
    {
        var before = traits.Read<RunTraits>();
        (before.People[Enrolment].Name, before.Sessions.Count, before.Grants.Count).ShouldBe(("Aline Test", 0, 0));

        traits.Forget(Somebody);

        var after = traits.Read<RunTraits>().People[Enrolment];
        after.Name.ShouldStartWith("P-");
        after.ShouldBe(before.People[Enrolment] with { Name = after.Name, SortName = null });
    }
}
