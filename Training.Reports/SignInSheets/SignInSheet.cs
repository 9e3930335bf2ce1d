using Training.Domain.Attendance.Sheets;
using Training.Domain.Courses;
using Training.Domain.Sessions;
using Training.Domain.Time;

namespace Training.Reports.SignInSheets;

/// <summary>The paper of one half-day, with everybody who is expected.</summary>
/// <param name="Code">What its pages bear, each with its number (<see cref="SheetPage"/>).</param>
public sealed record SignInSheet(
    string Code, string SessionCode, LocalizedText Course, TeachingLanguage Language, DateOnly Date, DayPart Part, IReadOnlyList<TimeInterval> Hours, string Venue,
    IReadOnlyList<string> Trainers, IReadOnlyList<SignInSheet.Person> People)
{
    /// <summary>In a session that is taught in both languages everything is said in both.</summary>
    public IReadOnlyList<string> Languages => Language switch { TeachingLanguage.Fr => ["fr"], TeachingLanguage.Nl => ["nl"], _ => ["fr", "nl"] };

    /// <param name="Name">Family name first, as the list is sorted.</param>
    public sealed record Person(string Name, string Organisation);
}
