using Training.Reports.Words;

namespace Training.Reports.TrainingHours;

public enum FigureKind
{
    Text,
    Minutes,
    Count,
    Fraction,
}

/// <summary>One column of the report, the same on the page, on paper, in the workbook and in the flat file.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Of">A text, a whole number or a decimal; nothing where the figure is not known.</param>
public sealed record TrainingHoursColumn(
    string Key, FigureKind Kind, double Width, Func<TrainingHoursLine, Wording, object?> Of, Func<TrainingHoursTotals, Wording, object?> TotalOf)
{
    /// <summary>Of the width of a page: texts wrap, figures do not, and small figures take less.</summary>
    public double PaperShare => Kind switch
    {
        FigureKind.Text => 18,
        FigureKind.Fraction => 6,
        FigureKind.Count when Width < 10 => 7,
        _ => 12,
    };

    /// <summary>As people read it: minutes as hours and minutes.</summary>
    public string Shown(TrainingHoursLine line, Wording words) => Shown(Of(line, words), words);

    public string ShownTotal(TrainingHoursTotals totals, Wording words) => Shown(TotalOf(totals, words), words);

    private string Shown(object? value, Wording words) => (Kind, value) switch
    {
        (FigureKind.Text, string text) => text,
        (FigureKind.Minutes, var minutes) => Wording.Minutes((int?)minutes),
        (_, null) => Kind == FigureKind.Text ? "" : "–",
        (_, decimal number) => words.Number(number),
        _ => Convert.ToString(value, words.Culture)!,
    };
}

public static class TrainingHoursColumns
{
    public static readonly IReadOnlyList<TrainingHoursColumn> All =
    [
        new("Organisation", FigureKind.Text, 28, (line, words) => words.Of(line.Organisation), (_, words) => words["TrainingHours_Total"]),
        new("Person", FigureKind.Text, 26, (line, _) => line.Person, (totals, words) => words["TrainingHours_PersonsTrained", totals.Persons]),
        new("Function", FigureKind.Text, 24, (line, words) => line.Function is { } function ? words.Of(function) : null, (_, _) => null),
        new("Level", FigureKind.Count, 8, (line, _) => line.RequiredLevel, (_, _) => null),
        new("Fte", FigureKind.Fraction, 8, (line, _) => line.Fte, (totals, _) => totals.Fte),
        new("Granted", FigureKind.Minutes, 11, (line, _) => line.Granted, (totals, _) => totals.Granted),
        new("Reserved", FigureKind.Minutes, 11, (line, _) => line.Reserved, (totals, _) => totals.Reserved),
        new("Used", FigureKind.Minutes, 11, (line, _) => line.Used, (totals, _) => totals.Used),
        new("Balance", FigureKind.Minutes, 11, (line, _) => line.Balance, (totals, _) => totals.Balance),
        new("Attended", FigureKind.Minutes, 11, (line, _) => line.Attended, (totals, _) => totals.Minutes),
        new("Exchange", FigureKind.Minutes, 11, (line, _) => line.Exchange, (totals, _) => totals.ExchangeMinutes),
        new("Participations", FigureKind.Count, 12, (line, _) => line.Participations, (totals, _) => totals.Participations),
        new("Certificates", FigureKind.Count, 12, (line, _) => line.Certificates, (totals, _) => totals.Certificates),
        new("NoShows", FigureKind.Count, 10, (line, _) => line.NoShows, (totals, _) => totals.NoShows),
    ];
}
