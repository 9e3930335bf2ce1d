using System.Buffers.Binary;
using System.Globalization;
using SkiaSharp;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Images;

/// <summary>
/// A JPEG, of which only the measures and the number of colours are read. One in the four colours of print is turned into three: the file says once
/// what its colours mean, for a screen (ISO 19005-2, 6.2.4.3).
/// </summary>
internal sealed class JpegImage : PdfImage
{
    private readonly byte[] _file;
    private readonly bool _isGrey;

    private JpegImage(byte[] file, int width, int height, bool isGrey)
        : base(width, height) => (_file, _isGrey) = (file, isGrey);

    public static bool Begins(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static PdfImage Of(byte[] file)
    {
        for (var place = 2; ;)
        {
            if (file[place] != 0xFF)
                throw new InvalidDataException("A segment begins without a marker.");
            if (file[place + 1] == 0xFF)
            {
                place++;
                continue;
            }

            var marker = file[place + 1];
            var segment = file.AsSpan(place + 4, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(place + 2)) - 2);
            if (IsFrame(marker))
                return OfFrame(file, segment);

            place += segment.Length + 4;
        }
    }

    internal override int Write(PdfObjects objects) => objects.AddPlainStream(
        string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace{(_isGrey ? "/DeviceGray" : "/DeviceRGB")}/Filter/DCTDecode"),
        _file);

    // Start of frame, of any kind; the numbers between are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static PdfImage OfFrame(byte[] file, ReadOnlySpan<byte> frame)
    {
        var (height, width, colours) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        if (width == 0 || height == 0 || frame[0] != 8 || colours is not (1 or 3 or 4))
            throw new UnreadableImageException("a JPEG of a kind that paper does not know");

        return colours == 4 ? OnScreen(file, width, height) : new JpegImage(file, width, height, isGrey: colours == 1);
    }

    private static RgbImage OnScreen(byte[] file, int width, int height)
    {
        RgbImage.RefuseLarge(width, height);
        using var picture = SKBitmap.Decode(file, new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque, SKColorSpace.CreateSrgb()))
            ?? throw new InvalidDataException("The picture cannot be decoded.");

        return new RgbImage(width, height, [.. picture.Pixels.SelectMany(dot => (byte[])[dot.Red, dot.Green, dot.Blue])]);
    }
}
