using System.Globalization;
using ClosedXML.Excel;

namespace Training.Reports.Excel;

/// <summary>
/// One sheet of data: a frozen header row, then rows of real texts, numbers and dates, then a row of totals. What people typed is
/// always text: a cell that begins with =, +, - or @ is never a formula.
/// </summary>
public sealed class Sheet
{
    private readonly IXLWorksheet _sheet;
    private readonly IReadOnlyList<SheetColumn> _columns;
    private int _row = 1;

    public Sheet(IXLWorkbook workbook, string name, IReadOnlyList<SheetColumn> columns)
    {
        (_sheet, _columns) = (workbook.Worksheets.Add(name), columns);
        foreach (var (index, column) in columns.Index())
        {
            var cell = _sheet.Cell(1, index + 1);
            cell.SetValue(column.Title);
            cell.Style.Font.Bold = true;
            cell.Style.Alignment.WrapText = true;
            cell.Style.Fill.BackgroundColor = XLColor.FromHtml("#E3EEED");
            _sheet.Column(index + 1).Width = column.Width;
        }

        _sheet.SheetView.FreezeRows(1);
        _sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        _sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        _sheet.PageSetup.FitToPages(1, 0);
        _sheet.PageSetup.SetRowsToRepeatAtTop(1, 1);
    }

    public void Row(params object?[] values) => Write(values, bold: false);

    public void Total(params object?[] values) => Write(values, bold: true);

    /// <summary>Lets the reader filter what has been written so far.</summary>
    public void Filterable() => _sheet.Range(1, 1, _row, _columns.Count).SetAutoFilter();

    private void Write(object?[] values, bool bold)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, _columns.Count);
        _row++;
        foreach (var (index, value) in values.Index())
        {
            var cell = _sheet.Cell(_row, index + 1);
            Put(cell, value);
            if (_columns[index].Format is { } format && value is not string)
                cell.Style.NumberFormat.Format = format;
            cell.Style.Font.Bold = bold;
        }
    }

    private static void Put(IXLCell cell, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                cell.SetValue(text);
                cell.Style.NumberFormat.Format = "@";
                break;
            case DateOnly date:
                cell.SetValue(date.ToDateTime(TimeOnly.MinValue));
                cell.Style.NumberFormat.Format = "dd/mm/yyyy";
                break;
            case DateTime moment:
                cell.SetValue(moment);
                cell.Style.NumberFormat.Format = "dd/mm/yyyy hh:mm";
                break;
            default:
                cell.SetValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}

/// <param name="Width">In characters: the widths are set by hand, because measuring text takes a graphics library of the system.</param>
/// <param name="Format">A number format as workbooks write it. Dates and moments have their own.</param>
public sealed record SheetColumn(string Title, double Width, string? Format = null)
{
    /// <summary>Whole numbers, their thousands apart.</summary>
    public const string WholeNumber = "#,##0";
}
