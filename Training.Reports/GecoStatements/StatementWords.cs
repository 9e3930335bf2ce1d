using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

/// <summary>The sentences and cells that a statement shows alike everywhere.</summary>
public static class StatementWords
{
    public static readonly IReadOnlyList<(string Key, double Width)> CorrectionColumns =
        [("Worker", 24), ("Post", 14), ("Course", 34), ("Day", 14), ("Change", 10), ("RecordedOn", 14), ("RecordedBy", 20)];

    /// <summary>Whose rule caps the hours, so that nobody takes it for a law.</summary>
    public static string Rule(StatementEmployer employer, Wording words) => employer is { Rule: { } rule, RuleFrom: { } from }
        ? words["Geco_Rule", words.Date(from), rule]
        : words["Geco_NoRule"];

    public static IEnumerable<string> Cells(LateCorrection correction, Wording words) =>
    [
        correction.Person, correction.Post, $"{words.Of(correction.Course)} ({correction.Session})", words.Date(correction.Day),
        Wording.Minutes(correction.ChangeMinutes), words.Date(correction.RecordedOn), correction.RecordedBy,
    ];
}
