using Training.Domain.People;
using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

/// <summary>One post in one month with one of its holders, or without any. Durations are minutes.</summary>
/// <param name="Person">Nothing while the post stands empty.</param>
/// <param name="Used">Time release used by half-days of the month.</param>
/// <param name="Balance">What was left of the year's time release at the cut-off; nothing where hours are not capped.</param>
public sealed record PostMonth(
    string? Agreement, string Post, int? RequiredLevel, PersonId? Person, string? Occupant, int? LevelHeld, decimal? Fte,
    int Scheduled, int Attended, int Justified, int Unjustified, int Used, int? Balance, int VacancyDays)
{
    public static readonly IReadOnlyList<StatementColumn<PostMonth>> Columns =
    [
        new("Agreement", StatementFigure.Text, 16, (line, _) => line.Agreement),
        new("Post", StatementFigure.Text, 14, (line, _) => line.Post),
        new("RequiredLevel", StatementFigure.Text, 16, (line, words) => Level(line.RequiredLevel, words)),
        new("Occupant", StatementFigure.Text, 26, (line, words) => line.Occupant ?? words["Geco_Vacant"]),
        new("LevelHeld", StatementFigure.Text, 16, (line, words) => Level(line.LevelHeld, words)),
        new("Fte", StatementFigure.Fraction, 7, (line, _) => line.Fte),
        new("Scheduled", StatementFigure.Minutes, 10, (line, _) => line.Scheduled),
        new("Attended", StatementFigure.Minutes, 10, (line, _) => line.Attended),
        new("Justified", StatementFigure.Minutes, 10, (line, _) => line.Justified),
        new("Unjustified", StatementFigure.Minutes, 10, (line, _) => line.Unjustified),
        new("Used", StatementFigure.Minutes, 10, (line, _) => line.Used),
        new("Balance", StatementFigure.Minutes, 10, (line, _) => line.Balance),
        new("VacancyDays", StatementFigure.Count, 9, (line, _) => line.VacancyDays),
    ];

    internal static string? Level(int? level, Wording words) => level is { } known ? words[$"Geco_Level_{known}"] : null;
}
