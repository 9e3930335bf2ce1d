using System.Buffers.Binary;
using System.Collections;

namespace Training.Reports.Pdf.Images;

internal readonly record struct PngDot(int X, int Y, byte Red, byte Green, byte Blue, byte Cover);

/// <summary>Takes the filters off a PNG's rows and gives its dots, each colour as one byte.</summary>
internal sealed class PngDots(PngFile png) : IEnumerable<PngDot>
{
    private readonly int _step = Math.Max(1, png.Channels * png.Depth / 8);

    public IEnumerator<PngDot> GetEnumerator()
    {
        var place = 0;
        foreach (var pass in png.Passes)
        {
            var length = png.BytesIn(pass.Width);
            var (row, above) = (new byte[length], new byte[length]);
            for (var line = 0; line < pass.Height; line++)
            {
                (row, above) = (above, row);
                png.Filtered.AsSpan(place + 1, length).CopyTo(row);
                Unfilter(png.Filtered[place], row, above);
                place += length + 1;
                for (var index = 0; index < pass.Width; index++)
                    yield return Dot(row, index, pass.FirstX + index * pass.StepX, pass.FirstY + line * pass.StepY);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Unfilter(byte filter, byte[] row, byte[] above)
    {
        for (var index = 0; index < row.Length; index++)
        {
            var (left, up, corner) = (index < _step ? 0 : row[index - _step], above[index], index < _step ? 0 : above[index - _step]);
            row[index] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Nearest(left, up, corner),
                _ => throw new InvalidDataException("A row has an unknown filter."),
            });
        }
    }

    // Paeth's: whichever neighbour is nearest to what a slope through all three would give.
    private static int Nearest(int left, int up, int corner)
    {
        var slope = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(slope - left), Math.Abs(slope - up), Math.Abs(slope - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private PngDot Dot(byte[] row, int index, int x, int y)
    {
        var first = index * png.Channels;
        switch (png.Colour)
        {
            case PngColour.Palette:
                var entry = Sample(row, first);
                var cover = entry < png.Transparency.Length ? png.Transparency[entry] : byte.MaxValue;
                return new PngDot(x, y, png.Palette[entry * 3], png.Palette[entry * 3 + 1], png.Palette[entry * 3 + 2], cover);
            case PngColour.Grey or PngColour.GreyAlpha:
                var grey = Byte(row, first);
                return new PngDot(x, y, grey, grey, grey, png.Colour == PngColour.GreyAlpha ? Byte(row, first + 1) : CoverOf(row, first, 1));
            default:
                return new PngDot(x, y, Byte(row, first), Byte(row, first + 1), Byte(row, first + 2), png.Colour == PngColour.RgbAlpha ? Byte(row, first + 3) : CoverOf(row, first, 3));
        }
    }

    /// <summary>Nothing where the dot has the one colour that is not drawn.</summary>
    private byte CoverOf(byte[] row, int first, int channels)
    {
        if (png.Transparency.Length < 2 * channels)
            return byte.MaxValue;

        for (var channel = 0; channel < channels; channel++)
        {
            if (Sample(row, first + channel) != BinaryPrimitives.ReadUInt16BigEndian(png.Transparency.AsSpan(2 * channel)))
                return byte.MaxValue;
        }

        return 0;
    }

    private byte Byte(byte[] row, int sample) => png.Depth == 16 ? row[sample * 2] : (byte)(Sample(row, sample) * byte.MaxValue / ((1 << png.Depth) - 1));

    private int Sample(byte[] row, int sample) => png.Depth switch
    {
        16 => BinaryPrimitives.ReadUInt16BigEndian(row.AsSpan(sample * 2)),
        8 => row[sample],
        _ => row[sample * png.Depth / 8] >> (8 - png.Depth - sample * png.Depth % 8) & ((1 << png.Depth) - 1),
    };
}
