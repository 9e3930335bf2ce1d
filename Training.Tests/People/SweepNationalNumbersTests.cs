using Shouldly;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.People;

public class SweepNationalNumbersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Names_the_places_of_numbers_that_came_past_every_form_and_never_the_numbers(Engine engine)
    {
        await using var school = await TestSchool.OnAsync(engine);
        var person = new Person(new PersonFacts("Anna 85.07.30-033.28", "Test", null, CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var work = new WorkItem("import-staff", """{"file":"liste 85073003328.xlsx"}""", "tester", school.Clock.GetUtcNow());
        await school.SaveAsync(person, work, new Room("Salle +32 470 12 34 56"));

        var places = await school.DoAsync((SweepNationalNumbers use) => use.HandleAsync(Ct));

        // The number stands in the record of the change too.
        places.Select(place => place.ToUpperInvariant().Split(' ')).Select(place => place[0] == "PERSONAL_VALUES.NEW_VALUE" ? place[0] : string.Join(' ', place)).ShouldBe(
            [$"PEOPLE.FIRST_NAME {person.Id.Value}".ToUpperInvariant(), "PERSONAL_VALUES.NEW_VALUE", $"WORK_ITEMS.REQUEST {work.Id.Value}".ToUpperInvariant()], ignoreOrder: true);
    }

    [Theory, BothDatabases]
    public async Task Finds_none_in_the_sample_school(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);

        (await app.DoAsync((SweepNationalNumbers use) => use.HandleAsync(Ct))).ShouldBeEmpty();
    }
}
