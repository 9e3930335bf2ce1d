using System.Globalization;
using Training.Reports.Pdf.Fonts;
using Training.Reports.Pdf.Tags;

namespace Training.Reports.Pdf.Layout;

internal sealed class TableBlock(PdfTable table) : Block
{
    private const double SpaceAbove = 8;
    private const string ScopeColumn = "<</O/Table/Scope/Column>>";
    private const string ScopeRow = "<</O/Table/Scope/Row>>";

    private readonly TextStyle _cell = TextStyle.Cell with { Size = table.TextSize };
    private readonly TextStyle _strong = TextStyle.Cell with { Size = table.TextSize, Face = Face.SemiBold };

    public override IEnumerable<Slice> Cut(Shaper shaper, double width, StructElement parent)
    {
        var columns = Place(shaper, width);
        var element = parent.Add("Table");
        var captionLines = CutCaption(shaper, width, element);
        foreach (var line in captionLines)
            yield return line;

        var head = CutHead(shaper, width, columns, element, captionLines.Count == 0 ? SpaceAbove : 2);
        if (head is not null)
            yield return head;

        var body = element.Add("TBody");
        foreach (var (index, row) in table.Rows.Index())
        {
            var followedByTotal = index + 1 < table.Rows.Count && table.Rows[index + 1].Kind == RowKind.Total;
            var cells = CutCells(shaper, columns, body.Add("TR"), row, width);
            yield return new TableRow(cells, width, LookOf(row.Kind), row.Kind == RowKind.Body ? table.MinimumRowHeight : 0)
            {
                SpaceAbove = index == 0 && head is null ? SpaceAbove : 0,
                KeepsWithNext = row.Kind == RowKind.Group || followedByTotal || ParagraphBlock.LeavesNoLineAlone(index, table.Rows.Count),
                RepeatedAbove = head,
            };
        }
    }

    private List<LineSlice> CutLines(Shaper shaper, double width, string text, StructElement element) =>
        [.. LineBreaker.Break(shaper, width, new TextSpan(text, _strong)).Index().Select(line =>
            new LineSlice(line.Item, new ParagraphTags(element), width, Align.Left) { SpaceAbove = line.Index == 0 ? SpaceAbove : 0, KeepsWithNext = true })];

    private List<LineSlice> CutCaption(Shaper shaper, double width, StructElement element) =>
        table.CaptionText is { } caption ? CutLines(shaper, width, caption, element.Add("Caption")) : [];

    private TableRow? CutHead(Shaper shaper, double width, List<PlacedColumn> columns, StructElement element, double spaceAbove)
    {
        if (columns.TrueForAll(column => column.Title.Length == 0))
            return null;

        var row = element.Add("THead").Add("TR");
        var cells = columns.Select(column => CutCell(shaper, column, column.Title, _strong, row.Add("TH", ScopeColumn)));

        return new TableRow([.. cells], width, RowLook.Head, minimumHeight: 0) { SpaceAbove = spaceAbove, KeepsWithNext = true };
    }

    private List<TableCell> CutCells(Shaper shaper, List<PlacedColumn> columns, StructElement tableRow, PdfTableRow row, double width)
    {
        if (row.Kind == RowKind.Group)
        {
            var attributes = string.Create(CultureInfo.InvariantCulture, $"<</O/Table/Scope/Row/ColSpan {columns.Count}>>");
            return [CutCell(shaper, new PlacedColumn("", 0, width, Align.Left, IsRowHeader: true), row.Cells[0], _strong, tableRow.Add("TH", attributes))];
        }

        var style = row.Kind == RowKind.Total ? _strong : _cell;
        return [.. columns.Zip(row.Cells, (column, text) => CutCell(
            shaper, column, text, style, column.IsRowHeader ? tableRow.Add("TH", ScopeRow) : tableRow.Add("TD")))];
    }

    private static TableCell CutCell(Shaper shaper, PlacedColumn column, string text, TextStyle style, StructElement element)
    {
        var lines = LineBreaker.Break(shaper, column.Width - 2 * TableRow.PaddingAside, new TextSpan(text, style));
        return new TableCell(element, lines, column.Left, column.Width, column.Align);
    }

    private static RowLook LookOf(RowKind kind) => kind switch
    {
        RowKind.Body => RowLook.Body,
        RowKind.Group => RowLook.Group,
        RowKind.Total => RowLook.Total,
    };

    private List<PlacedColumn> Place(Shaper shaper, double width)
    {
        var widths = new ColumnWidths(shaper, table, _cell, _strong).In(width);
        return [.. table.Columns.Zip(widths, (column, columnWidth) => (column, columnWidth)).Index().Select(placed => new PlacedColumn(
            placed.Item.column.Title, widths.Take(placed.Index).Sum(), placed.Item.columnWidth, placed.Item.column.Align, placed.Item.column.IsRowHeader))];
    }

    private sealed record PlacedColumn(string Title, double Left, double Width, Align Align, bool IsRowHeader);
}
