using Training.Domain.Courses;
using Training.Domain.Enrolments;
using Training.Domain.Sessions;

namespace Training.Reports.Reporting;

public enum CellKind
{
    Text,
    Date,
    Minutes,
    Count,
    Euro,

    /// <summary>With two decimals.</summary>
    Number,

    /// <summary>Between 0 and 1, shown as a percentage.</summary>
    Ratio,

    /// <summary>Of a kind of its own in each row.</summary>
    Figure,
}

/// <summary>A column of a report, the same on the page, on paper, in the workbook and in the flat file.</summary>
/// <param name="Key">Its title is the text <c>Report_Column_{Key}</c>, its meaning <c>Report_Means_{Key}</c>.</param>
/// <param name="Counts">People, whose small numbers are hidden when the report is published.</param>
public sealed record ReportColumn(string Key, CellKind Kind, bool Counts = false)
{
    /// <summary>A title that is data, such as a value of a dimension.</summary>
    public object? Title { get; init; }
}

/// <summary>A text of the resources, worded when it is shown.</summary>
public sealed record Word(string Key);

/// <summary>A value that brings its kind with it.</summary>
public sealed record Figure(object? Value, CellKind Kind);

/// <summary>The name of a person, which is no figure: a run bears the same digest when a code has taken its place.</summary>
public sealed record PersonName(string Name);

/// <summary>A number that is not shown: fewer than five, or one that would give such a number away.</summary>
public sealed record HiddenNumber(bool IsSmall);

/// <param name="Key">What the row is about, the same in every run, so that two runs can be compared.</param>
/// <param name="Group">What several rows have in common; nothing where rows stand alone.</param>
/// <param name="Cells">Texts, words, dates, whole numbers (minutes and counts) and decimals; nothing where it is not known or left to others to fill in.</param>
public sealed record ReportRow(string Key, object? Group, IReadOnlyList<object?> Cells)
{
    /// <summary>There is nothing to read in it: it counts in the totals, and only workbook and flat file have it.</summary>
    public bool IsSilent { get; init; }
}

/// <summary>A figure about the whole of a report, under the title and with the meaning of a column.</summary>
public sealed record ReportFigure(ReportColumn Column, object? Value);

/// <summary>Something that narrows a report or lays it out, with its name.</summary>
/// <param name="Title">The key of a text.</param>
public sealed record ReportAsked(string Title, object Value);

/// <summary>Something that the figures do not hold, and how much of it.</summary>
public sealed record ReportLack(string Key, int Count);

/// <summary>The figures of a report that a chart shows: bars of one name are added up.</summary>
/// <param name="Label">Column whose values name the bars.</param>
/// <param name="Figures">One or two columns, all of counts or all of minutes.</param>
/// <param name="Group">The only group of rows that is drawn; all are where nothing is said.</param>
/// <param name="By">What the bars are; where nothing is said, the group or the title of the column.</param>
public sealed record ReportDrawing(string Label, IReadOnlyList<string> Figures, Word? Group = null, Word? By = null);

/// <summary>The enrolments that belong to a report, and the people whom it counts.</summary>
public sealed record ReportBasis(IReadOnlySet<EnrolmentId> Enrolments, IReadOnlySet<SessionId> Sessions, IReadOnlyList<ParticipantTraits> People)
{
    public static ReportBasis Of(IReadOnlyCollection<Participation> all) => Of(all, all.Where(p => p.Attended > 0));

    public static ReportBasis Of(IReadOnlyCollection<Participation> all, IEnumerable<Participation> counted) =>
        new(all.Select(p => p.Enrolment).ToHashSet(), all.Select(p => p.Session.Id).ToHashSet(), [.. counted.Select(p => p.Who)]);
}

/// <summary>The figures of a report, with no word about how they look.</summary>
public sealed record ReportTable(IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, IReadOnlyList<object?>? Total)
{
    /// <summary>What page and paper show.</summary>
    public IReadOnlyList<ReportRow> Told => Rows.Any(row => row.IsSilent) ? [.. Rows.Where(row => !row.IsSilent)] : Rows;

    /// <summary>What is said of the whole before the rows.</summary>
    public IReadOnlyList<ReportFigure> Summary { get; init; } = [];

    /// <summary>Which of the figures are drawn; none where the table says it better.</summary>
    public ReportDrawing? Drawing { get; init; }

    /// <summary>Lacks that only this report has.</summary>
    public IReadOnlyList<ReportLack> OwnLacks { get; init; } = [];

    public LocalizedText? Programme { get; init; }

    public string? GrantReference { get; init; }

    /// <summary>What the funders want to stand on every document.</summary>
    public IReadOnlyList<LocalizedText> Mentions { get; init; } = [];

    /// <summary>What the figures rest on; everybody whom the report has looked at where nothing is said.</summary>
    public ReportBasis? Basis { get; init; }
}

/// <summary>A report: what was asked, what was found, and what it lacks.</summary>
/// <param name="Asked">What narrows it, by name.</param>
/// <param name="Run">The number of the run, when the figures are fixed as one.</param>
/// <param name="Since">The run from which these figures tell the difference.</param>
public sealed record Report(
    ReportQuestion Question, ReportTable Table, DateTimeOffset CutOff, string TemplateVersion, string Author, IReadOnlyList<ReportLack> Lacks, IReadOnlyList<ReportAsked> Asked,
    int? Run = null, int? Since = null)
{
    /// <summary>Something is still to come: half-days to seal, absences to decide on, or days that are not over.</summary>
    public bool IsProvisional => Lacks.Any(lack => lack.Count > 0 && lack.Key is ReportLacks.Unsealed or ReportLacks.Pending or ReportLacks.DaysToCome);

    /// <summary>SHA-256 over what was asked and every figure, whatever the order of the rows: the same digest means the same figures.</summary>
    public string Digest { get; } = Domain.ChangeRecords.Digest.Of(Table.Rows.OrderBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => $"{row.Key}|{Cells.Canonical(row.Group)}|{string.Join('|', row.Cells.Select(Cells.Canonical))}")
        .Prepend(string.Join('|', Table.Columns.Select(column => column.Key)))
        .Prepend(Question.Canonical));
}
