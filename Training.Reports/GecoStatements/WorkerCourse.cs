using Training.Domain.Courses;

namespace Training.Reports.GecoStatements;

/// <summary>One course that a worker in a GECO post followed in a year: the skills that the post's premium asks to show.</summary>
/// <param name="Attended">Minutes of sealed half-days of the year.</param>
/// <param name="Elsewhere">Followed elsewhere: counted by the employer, never delivered by this school.</param>
public sealed record WorkerCourse(
    string Person, string? Post, LocalizedText Function, LocalizedText Course, LocalizedText? Theme, DateOnly From, DateOnly To, int Attended,
    string? Certificate, LocalizedText? Funder, int? RequiredLevel, int? LevelHeld, bool Elsewhere)
{
    public static readonly IReadOnlyList<StatementColumn<WorkerCourse>> Columns =
    [
        new("Worker", StatementFigure.Text, 24, (line, _) => line.Person),
        new("Post", StatementFigure.Text, 14, (line, _) => line.Post),
        new("Function", StatementFigure.Text, 22, (line, words) => words.Of(line.Function)),
        new("Course", StatementFigure.Text, 34, (line, words) => line.Elsewhere ? words["Geco_Elsewhere", words.Of(line.Course)] : words.Of(line.Course)),
        new("Theme", StatementFigure.Text, 18, (line, words) => line.Theme is { } theme ? words.Of(theme) : null),
        new("From", StatementFigure.Date, 12, (line, _) => line.From),
        new("To", StatementFigure.Date, 12, (line, _) => line.To),
        new("Attended", StatementFigure.Minutes, 10, (line, _) => line.Attended),
        new("Certificate", StatementFigure.Text, 26, (line, _) => line.Certificate),
        new("Funder", StatementFigure.Text, 16, (line, words) => line.Funder is { } funder ? words.Of(funder) : null),
        new("RequiredLevel", StatementFigure.Text, 16, (line, words) => PostMonth.Level(line.RequiredLevel, words)),
        new("LevelHeld", StatementFigure.Text, 16, (line, words) => PostMonth.Level(line.LevelHeld, words)),
    ];
}
