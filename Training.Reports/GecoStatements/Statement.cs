using System.Globalization;
using Training.Domain.Courses;
using Training.Reports.Words;

namespace Training.Reports.GecoStatements;

public enum StatementFigure
{
    Text,
    Minutes,
    Count,
    Fraction,
    Date,
}

/// <summary>One column of a statement, the same on the page, on paper, in the workbook and in the flat file.</summary>
/// <param name="Width">In characters.</param>
/// <param name="Of">A text, a whole number, a decimal or a date; nothing where it is not known.</param>
public sealed record StatementColumn<TLine>(string Key, StatementFigure Kind, double Width, Func<TLine, Wording, object?> Of)
{
    /// <summary>As people read it: minutes as hours and minutes.</summary>
    public string Shown(TLine line, Wording words) => (Kind, Of(line, words)) switch
    {
        (StatementFigure.Minutes, var minutes) => Wording.Minutes((int?)minutes),
        (StatementFigure.Text, var text) => (string?)text ?? "",
        (_, null) => "–",
        (_, decimal number) => words.Number(number),
        (_, DateOnly date) => words.Date(date),
        (_, var value) => Convert.ToString(value, words.Culture)!,
    };
}

/// <summary>Whose statement it is. The employer's rule is named where it caps hours: it is no law.</summary>
/// <param name="Rule">The document in which the employer has adopted the cap, or nothing.</param>
public sealed record StatementEmployer(string Code, LocalizedText Name, string? EnterpriseNumber, string? Rule, DateOnly? RuleFrom);

/// <summary>A line that changes what an earlier statement said.</summary>
/// <param name="ChangeMinutes">What the correction adds to the time release used, or takes from it.</param>
public sealed record LateCorrection(string Person, string Post, string Session, LocalizedText Course, DateOnly Day, int ChangeMinutes, DateOnly RecordedOn, string RecordedBy);

/// <summary>A statement about GECO posts: what it says, with no word about how it looks.</summary>
/// <param name="Id">R1a, the month of each post, or R1b, the year of each worker.</param>
/// <param name="From">First day of the period.</param>
/// <param name="CutOff">Nothing recorded later is in it.</param>
public sealed record Statement<TLine>(
    string Id, StatementEmployer Employer, DateOnly From, DateOnly To, DateTimeOffset CutOff, string Author,
    IReadOnlyList<TLine> Lines, IReadOnlyList<StatementColumn<TLine>> Columns, IReadOnlyList<LateCorrection> Corrections)
{
    /// <summary>SHA-256 over every figure: two papers that bear the same digest bear the same figures.</summary>
    public string Digest { get; } = Domain.ChangeRecords.Digest.Of(
    [
        string.Create(CultureInfo.InvariantCulture, $"{Id}|{Employer.Code}|{From:O}|{To:O}"),
        .. Lines.Select(line => string.Join('|', Columns.Select(column => Convert.ToString(column.Of(line, Wording.In("fr")), CultureInfo.InvariantCulture)))),
        .. Corrections.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Person}|{c.Post}|{c.Session}|{c.Day:O}|{c.ChangeMinutes}|{c.RecordedOn:O}")),
    ]);
}
