using System.Buffers.Binary;
using System.IO.Compression;

namespace Training.Reports.Pdf.Images;

internal enum PngColour : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    RgbAlpha = 6,
}

/// <summary>What a PNG says of itself, and its bytes, unpacked but still filtered.</summary>
/// <param name="Depth">Bits of one colour of one dot.</param>
/// <param name="Transparency">Cover by entry of the palette, or the one colour that is not drawn.</param>
internal sealed record PngFile(int Width, int Height, int Depth, PngColour Colour, bool IsInterlaced, byte[] Palette, byte[] Transparency, byte[] Filtered)
{
    public int Channels => Colour switch { PngColour.Rgb => 3, PngColour.GreyAlpha => 2, PngColour.RgbAlpha => 4, _ => 1 };

    public int BytesIn(int dots) => (dots * Channels * Depth + 7) / 8;

    public static PngFile Read(byte[] file)
    {
        byte[] header = [], palette = [], transparency = [];
        using var packed = new MemoryStream();
        for (var place = 8; place < file.Length;)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(place)));
            var kind = file.AsSpan(place + 4, 4);
            var content = file.AsSpan(place + 8, length);
            if (kind.SequenceEqual("IHDR"u8))
                header = content.ToArray();
            else if (kind.SequenceEqual("PLTE"u8))
                palette = content.ToArray();
            else if (kind.SequenceEqual("tRNS"u8))
                transparency = content.ToArray();
            else if (kind.SequenceEqual("IDAT"u8))
                packed.Write(content);
            else if (kind.SequenceEqual("IEND"u8))
                break;
            place += length + 12;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        if (width <= 0 || height <= 0 || !Enum.IsDefined((PngColour)header[9]) || header[8] is not (1 or 2 or 4 or 8 or 16))
            throw new InvalidDataException("The header makes no sense.");
        RgbImage.RefuseLarge(width, height);

        var png = new PngFile(width, height, header[8], (PngColour)header[9], header[12] == 1, palette, transparency, Filtered: []);
        return png with { Filtered = Unpack(packed, png.Passes.Sum(pass => pass.Height * (1 + png.BytesIn(pass.Width)))) };
    }

    /// <summary>The image in the order in which it is stored: whole, or in seven ever finer grids.</summary>
    public IEnumerable<PngPass> Passes => (IsInterlaced ? PngPass.Interlaced : PngPass.Whole)
        .Select(pass => pass.In(Width, Height)).Where(pass => pass is { Width: > 0, Height: > 0 });

    private static byte[] Unpack(MemoryStream packed, int size)
    {
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var bytes = new byte[size];
        unpacked.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>Every so manieth dot of every so manieth row, from the first.</summary>
internal readonly record struct PngPass(int FirstX, int FirstY, int StepX, int StepY)
{
    public static readonly IReadOnlyList<PngPass> Whole = [new(0, 0, 1, 1)];

    public static readonly IReadOnlyList<PngPass> Interlaced =
        [new(0, 0, 8, 8), new(4, 0, 8, 8), new(0, 4, 4, 8), new(2, 0, 4, 4), new(0, 2, 2, 4), new(1, 0, 2, 2), new(0, 1, 1, 2)];

    public int Width { get; private init; }

    public int Height { get; private init; }

    public PngPass In(int width, int height) => this with { Width = (width - FirstX + StepX - 1) / StepX, Height = (height - FirstY + StepY - 1) / StepY };
}
