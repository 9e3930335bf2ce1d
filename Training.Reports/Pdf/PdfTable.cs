namespace Training.Reports.Pdf;

/// <summary>A table: first its columns, then its rows in order.</summary>
public sealed class PdfTable
{
    private readonly List<PdfTableColumn> columns = [];
    private readonly List<PdfTableRow> rows = [];

    /// <summary>Room to write in by hand, as on a sign-in sheet.</summary>
    public double MinimumRowHeight { get; set; }

    /// <summary>In points, for every cell.</summary>
    public double TextSize { get; set; } = TextStyle.Cell.Size;

    internal string? CaptionText { get; private set; }

    internal IReadOnlyList<PdfTableColumn> Columns => columns;

    internal IReadOnlyList<PdfTableRow> Rows => rows;

    public void Caption(string text) => CaptionText = text;

    /// <param name="title">A table in which no column has one shows no head.</param>
    /// <param name="isRowHeader">Whether the cells of the column say what their row is about.</param>
    public void Column(string title, Width width, Align align = Align.Left, bool isRowHeader = false) =>
        columns.Add(new PdfTableColumn(title, width, align, isRowHeader));

    public void Row(params IReadOnlyList<string> cells) => Add(RowKind.Body, cells);

    /// <summary>A sum, kept on the page of the row before it.</summary>
    public void Total(params IReadOnlyList<string> cells) => Add(RowKind.Total, cells);

    /// <summary>A title over the rows that follow.</summary>
    public void Group(string title) => rows.Add(new PdfTableRow(RowKind.Group, [title]));

    private void Add(RowKind kind, IReadOnlyList<string> cells)
    {
        if (cells.Count != columns.Count)
            throw new ArgumentException($"A row of {cells.Count} cells does not fit a table of {columns.Count} columns.", nameof(cells));

        rows.Add(new PdfTableRow(kind, cells));
    }
}

internal enum RowKind
{
    Body,
    Group,
    Total,
}

internal sealed record PdfTableColumn(string Title, Width Width, Align Align, bool IsRowHeader);

internal sealed record PdfTableRow(RowKind Kind, IReadOnlyList<string> Cells);
