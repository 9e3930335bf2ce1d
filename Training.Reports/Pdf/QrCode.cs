using System.Globalization;
using QRCoder;

namespace Training.Reports.Pdf;

/// <summary>A QR code as rectangles: the dark squares of a row that touch are one.</summary>
public static class QrCode
{
    internal static void Draw(PdfDrawing drawing, string content, double size)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var unit = size / code.ModuleMatrix.Count;
        drawing.Fill(Color.White, 0, 0, size, size);
        drawing.Fill(Color.Black, DarkBars(code).Select(bar => (bar.Start * unit, bar.Row * unit, bar.Length * unit, unit)));
    }

    /// <returns>The dark squares as an SVG path, and how many squares the code is wide and high with its quiet border.</returns>
    public static (string Path, int Size) AsSvg(string content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        return (string.Concat(DarkBars(code).Select(bar => string.Create(CultureInfo.InvariantCulture, $"M{bar.Start} {bar.Row}h{bar.Length}v1h-{bar.Length}z"))), code.ModuleMatrix.Count);
    }

    private static IEnumerable<(int Row, int Start, int Length)> DarkBars(QRCodeData code)
    {
        foreach (var (row, squares) in code.ModuleMatrix.Index())
        {
            for (int start = 0, end; start < squares.Length; start = end)
            {
                for (end = start + 1; end < squares.Length && squares[end] == squares[start]; end++)
                {
                }

                if (squares[start])
                    yield return (row, start, end - start);
            }
        }
    }
}
