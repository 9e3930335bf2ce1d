using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Training.Tests.Reports.Pdf;

/// <summary>PNG files of every kind, made by hand: each row takes the next of the five filters.</summary>
internal static class SamplePng
{
    private static readonly (int X, int Y, int StepX, int StepY)[] Interlaced =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <param name="colour">As PNG numbers them: 0 grey, 2 three colours, 3 a palette, 4 grey with cover, 6 three colours with cover.</param>
    /// <param name="sampleOf">From column, row and channel.</param>
    public static byte[] Of(int width, int height, int colour, int depth, bool isInterlaced, Func<int, int, int, int> sampleOf, byte[]? palette = null, byte[]? transparency = null)
    {
        var channels = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        using var rows = new MemoryStream();
        foreach (var (firstX, firstY, stepX, stepY) in isInterlaced ? Interlaced : [(0, 0, 1, 1)])
        {
            byte[]? above = null;
            for (var (y, filter) = (firstY, 0); y < height && firstX < width; (y, filter) = (y + stepY, (filter + 1) % 5))
            {
                var bits = new StringBuilder();
                for (var x = firstX; x < width; x += stepX)
                {
                    for (var channel = 0; channel < channels; channel++)
                        bits.Append(Convert.ToString(sampleOf(x, y, channel), 2).PadLeft(depth, '0'));
                }

                var row = bits.ToString().PadRight((bits.Length + 7) / 8 * 8, '0').Chunk(8).Select(octet => Convert.ToByte(new string(octet), 2)).ToArray();
                rows.WriteByte((byte)filter);
                rows.Write(Filtered(row, above ?? new byte[row.Length], filter, Math.Max(1, channels * depth / 8)));
                above = row;
            }
        }

        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)colour, (byte)(isInterlaced ? 1 : 0));
        Write(file, "IHDR", header);
        if (palette is not null)
            Write(file, "PLTE", palette);
        if (transparency is not null)
            Write(file, "tRNS", transparency);
        Write(file, "IDAT", Packed(rows.ToArray()));
        Write(file, "IEND", []);
        return file.ToArray();
    }

    private static byte[] Filtered(byte[] row, byte[] above, int filter, int step) => [.. row.Select((value, index) =>
    {
        var (left, up, corner) = (index < step ? 0 : row[index - step], (int)above[index], index < step ? 0 : above[index - step]);
        var nearest = new[] { left, up, corner }.MinBy(neighbour => Math.Abs(left + up - corner - neighbour));
        return (byte)(value - filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => nearest, _ => 0 });
    })];

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private static void Write(MemoryStream file, string kind, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(kind), .. content];
        var (length, check) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(check, CheckOf(named));
        file.Write([.. length, .. named, .. check]);
    }

    private static uint CheckOf(byte[] bytes)
    {
        var check = uint.MaxValue;
        foreach (var value in bytes)
        {
            check ^= value;
            for (var bit = 0; bit < 8; bit++)
                check = (check & 1) == 0 ? check >> 1 : check >> 1 ^ 0xEDB88320;
        }

        return ~check;
    }
}
