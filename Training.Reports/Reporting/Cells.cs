using System.Globalization;
using Training.Domain.Courses;
using Training.Reports.Words;

namespace Training.Reports.Reporting;

/// <summary>How a value of a report is written: for people, for a workbook, for a program.</summary>
public static class Cells
{
    private static readonly char[] FormulaStarts = ['=', '+', '-', '@', '\t', '\r'];

    /// <summary>As people read it.</summary>
    public static string Shown(object? value, CellKind kind, Wording words) => (value, kind) switch
    {
        (null, _) => "",
        (Figure figure, _) => Shown(figure.Value, figure.Kind, words),
        (int minutes, CellKind.Minutes) => Wording.Minutes(minutes),
        (int count, _) => count.ToString("#,0", words.Culture),
        (decimal share, CellKind.Ratio) => words.Percent(share),
        (decimal amount, _) => amount.ToString("#,0.00", words.Culture),
        (DateOnly date, _) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        _ => TextOf(value, words),
    };

    /// <summary>As a workbook keeps it: real numbers and dates, minutes as whole numbers.</summary>
    public static object? Native(object? value, Wording words) => value switch
    {
        null or int or decimal or DateOnly => value,
        Figure figure => Native(figure.Value, words),
        _ => TextOf(value, words),
    };

    /// <summary>As a flat file has it. A text that a spreadsheet would take for a formula is disarmed.</summary>
    public static string Flat(object? value, Wording words) => value switch
    {
        null => "",
        Figure figure => Flat(figure.Value, words),
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        // Whatever number of zeros a database keeps behind it.
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ when TextOf(value, words) is { Length: > 0 } text && FormulaStarts.Contains(text[0]) => "'" + text,
        _ => TextOf(value, words),
    };

    /// <summary>In no language, for digests.</summary>
    public static string Canonical(object? value) => value switch
    {
        null or PersonName => "",
        Figure figure => Canonical(figure.Value),
        LocalizedText text => $"{text.Fr}/{text.Nl}",
        Word word => word.Key,
        IEnumerable<object> many => string.Join('+', many.Select(Canonical)),
        decimal number => number.ToString("0.####", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    public static string TextOf(object? value, Wording words) => value switch
    {
        null => "",
        string text => text,
        LocalizedText text => words.Of(text),
        Word word => words[word.Key],
        DateOnly date => Shown(date, CellKind.Date, words),
        PersonName person => person.Name,
        HiddenNumber hidden => hidden.IsSmall ? words["Report_Small"] : words["Report_Hidden"],
        IEnumerable<object> many => string.Join(", ", many.Select(one => TextOf(one, words))),
        _ => Convert.ToString(value, words.Culture) ?? "",
    };

    /// <summary>In files, where durations are whole minutes.</summary>
    public static string FileTitleOf(ReportColumn column, Wording words) => column.Kind == CellKind.Minutes ? $"{TitleOf(column, words)} (min)" : TitleOf(column, words);

    public static string TitleOf(ReportColumn column, Wording words) => column.Title is null ? words[$"Report_Column_{column.Key}"] : TextOf(column.Title, words);
}
