using System.Globalization;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Images;

/// <summary>A PNG as its colours, and how far each dot covers what is below it.</summary>
internal sealed class PngImage : PdfImage
{
    private readonly byte[] _colours;
    private readonly byte[]? _cover;

    private PngImage(int width, int height, byte[] colours, byte[]? cover)
        : base(width, height) => (_colours, _cover) = (colours, cover);

    public static bool Begins(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    public static PngImage Of(byte[] file)
    {
        var png = PngFile.Read(file);
        var (colours, cover) = (new byte[png.Width * png.Height * 3], new byte[png.Width * png.Height]);
        foreach (var (x, y, red, green, blue, alpha) in new PngDots(png))
        {
            var dot = y * png.Width + x;
            (colours[dot * 3], colours[dot * 3 + 1], colours[dot * 3 + 2], cover[dot]) = (red, green, blue, alpha);
        }

        return new PngImage(png.Width, png.Height, colours, cover.AsSpan().ContainsAnyExcept(byte.MaxValue) ? cover : null);
    }

    internal override int Write(PdfObjects objects)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8");
        var mask = _cover is null ? "" : $"/SMask {PdfValue.Reference(objects.AddStream(size + "/ColorSpace/DeviceGray", _cover))}";
        return objects.AddStream(size + "/ColorSpace/DeviceRGB" + mask, _colours);
    }
}
