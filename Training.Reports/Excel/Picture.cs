using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using Xdr = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace Training.Reports.Excel;

/// <summary>A PNG on a sheet, with the text that says what it shows. ClosedXML needs a graphics library of the system for that.</summary>
/// <param name="Width">In dots of a screen.</param>
internal sealed record Picture(byte[] Png, string AlternativeText, int Width, int Height)
{
    private const long UnitsOfDot = 9525;

    public static byte[] Add(byte[] workbook, string sheetName, Picture picture, int column, int row)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            var sheet = book.Workbook.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(sheet => sheet.Name == sheetName);
            var part = (WorksheetPart)book.GetPartById(sheet.Id!);
            var drawing = part.AddNewPart<DrawingsPart>();
            var image = drawing.AddImagePart(ImagePartType.Png);
            image.FeedData(new MemoryStream(picture.Png));
            drawing.WorksheetDrawing = new Xdr.WorksheetDrawing(picture.At(column, row, drawing.GetIdOfPart(image)));

            // The order of a sheet's parts is fixed: a drawing comes behind how the page is set up.
            part.Worksheet.InsertAfter(new Drawing { Id = part.GetIdOfPart(drawing) }, part.Worksheet.ChildElements.Last(IsBeforeDrawing));
        }

        return stream.ToArray();
    }

    private static bool IsBeforeDrawing(OpenXmlElement element) =>
        element is SheetData or AutoFilter or PrintOptions or PageMargins or PageSetup or HeaderFooter or RowBreaks or ColumnBreaks;

    private Xdr.OneCellAnchor At(int column, int row, string imageId) => new(
        new Xdr.FromMarker(new Xdr.ColumnId($"{column}"), new Xdr.ColumnOffset("0"), new Xdr.RowId($"{row}"), new Xdr.RowOffset("0")),
        new Xdr.Extent { Cx = Width * UnitsOfDot, Cy = Height * UnitsOfDot },
        new Xdr.Picture(
            new Xdr.NonVisualPictureProperties(
                new Xdr.NonVisualDrawingProperties { Id = 2, Name = "Chart", Description = AlternativeText },
                new Xdr.NonVisualPictureDrawingProperties(new A.PictureLocks { NoChangeAspect = true })),
            new Xdr.BlipFill(new A.Blip { Embed = imageId }, new A.Stretch(new A.FillRectangle())),
            new Xdr.ShapeProperties(
                new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = Width * UnitsOfDot, Cy = Height * UnitsOfDot }),
                new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle })),
        new Xdr.ClientData());
}
