namespace Training.Reports.Pdf.Images;

/// <summary>A PNG, of which each dot is unpacked.</summary>
internal static class PngImage
{
    public static bool Begins(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    public static PdfImage Of(byte[] file)
    {
        var png = PngFile.Read(file);
        var (colours, cover) = (new byte[png.Width * png.Height * 3], new byte[png.Width * png.Height]);
        foreach (var (x, y, red, green, blue, alpha) in new PngDots(png))
        {
            var dot = y * png.Width + x;
            (colours[dot * 3], colours[dot * 3 + 1], colours[dot * 3 + 2], cover[dot]) = (red, green, blue, alpha);
        }

        return new RgbImage(png.Width, png.Height, colours, cover.AsSpan().ContainsAnyExcept(byte.MaxValue) ? cover : null);
    }
}
