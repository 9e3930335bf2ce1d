using System.Text.RegularExpressions;
using Shouldly;
using Training.Domain;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Justifications;
using Training.Domain.Attendance.Policies;
using Training.Domain.Attendance.Sheets;
using Training.Domain.Attendance.Watch;
using Training.Domain.Certificates;
using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Funding;
using Training.Domain.Messages;
using Training.Domain.Retention;
using Training.Domain.Sessions;
using Training.Domain.Time;
using Training.Domain.TimeRelease;
using Training.Domain.Work;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Xunit;

namespace Training.Tests.Web;

/// <summary>French and Dutch are owed equally; English is a courtesy that is complete all the same.</summary>
public partial class TextsTests
{
    private readonly Texts _texts = new();

    [Fact]
    public void Have_the_same_keys_in_every_language()
    {
        _texts.Keys("nl").Order().ShouldBe(_texts.Keys("fr").Order());
        _texts.Keys("en").Order().ShouldBe(_texts.Keys("fr").Order());
        Wording.In("nl").Keys.Order().ShouldBe(Wording.In("fr").Keys.Order());
        Wording.In("en").Keys.Order().ShouldBe(Wording.In("fr").Keys.Order());
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Refer_to_the_same_values_in_every_language(string language) => _texts.Keys("fr")
        .Where(key => !PlaceholdersOf(_texts.In("fr", key)).SetEquals(PlaceholdersOf(_texts.In(language, key))))
        .ShouldBeEmpty();

    [Fact]
    public void Say_what_each_entry_of_the_navigation_is_for() => Navigation.All
        .SelectMany(entry => new[] { entry.TextKey, $"{entry.TextKey}_Hint", Navigation.NameOf(entry.Group) })
        .Except(_texts.Keys("fr"))
        .ShouldBeEmpty();

    [Fact]
    public void Word_every_refusal() => typeof(Refusal).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Refusal)))
        .Select(type => type.Name)
        .Except(_texts.Keys("fr"))
        .ShouldBeEmpty();

    [Fact]
    public void Name_only_data_that_a_refusal_has()
    {
        var odd =
            from type in typeof(Refusal).Assembly.GetTypes()
            where type.IsSubclassOf(typeof(Refusal))
            from name in PlaceholdersOf(_texts.In("fr", type.Name))
            where type.GetProperty(name) is null
            select $"{type.Name}.{name}";

        odd.ShouldBeEmpty();
    }

    [Fact]
    public void Word_every_choice_that_pages_show()
    {
        Enum[][] shown =
        [
            All<DayPart>(), All<EnrolmentStatus>(), All<TeachingLanguage>(), All<ClashKind>(), All<SeatReservationKind>(), All<CourseKind>(), All<SessionStatus>(), All<RegisterStatus>(), All<AbsenceKind>(),
            All<JustificationCategory>(), All<LedgerEntryKind>(), All<WorkStatus>(), All<JobRunStatus>(), All<MessageKind>(), All<Delivery>(), All<DestructionClass>(), All<GapKind>(), All<JustificationDecision>(), All<OutlookState>(), All<CertificateKind>(), All<CertificateState>(), All<PaperKind>(),
            All<CostBasis>(), All<SignatureKind>(), All<SignatureFinding>(), All<SignatureGap>(), All<AttendanceVerdict>(), All<AllocationKind>(), All<ReviewVerdict>(),
        ];

        shown.SelectMany(choice => choice).Select(value => $"{value.GetType().Name}_{value}").Except(_texts.Keys("fr")).ShouldBeEmpty();
        Enum.GetValues<MessageKind>().SelectMany(kind => new[] { $"Message_{kind}_Subject", $"Message_{kind}_Body" }).Except(_texts.Keys("fr")).ShouldBeEmpty();
        ServiceMessages.Kinds.Select(kind => $"MyMessages_About_{kind}").Except(_texts.Keys("fr")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Exist_for_every_key_that_a_page_names()
    {
        var missing = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("Training.Web"), "*.*", SearchOption.AllDirectories).Where(IsSource))
        {
            var source = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            missing.AddRange(NamedKeys().Matches(source).Select(match => match.Groups[1].Value).Where(key => !_texts.Keys("fr").Contains(key)).Select(key => $"{Path.GetFileName(file)}: {key}"));
            missing.AddRange(CountedKeys().Matches(source).Select(match => match.Groups[1].Value).Where(key => !_texts.Keys("fr").Contains(key + "_One")).Select(key => $"{Path.GetFileName(file)}: {key}"));
        }

        missing.ShouldBeEmpty();
    }

    private static bool IsSource(string file) =>
        (file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)) && !file.Contains("/obj/", StringComparison.Ordinal);

    private static Enum[] All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Cast<Enum>()];

    private static HashSet<string> PlaceholdersOf(string text) => [.. Placeholders().Matches(text).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholders();

    [GeneratedRegex(@"\b(?:T|texts)\[""([\w-]+)""")]
    private static partial Regex NamedKeys();

    [GeneratedRegex(@"\b(?:T|texts)\.Counted\(""([\w-]+)""")]
    private static partial Regex CountedKeys();
}
