using System.Globalization;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Images;

/// <summary>Dots of three bytes each, row by row.</summary>
/// <param name="cover">How far each dot covers what is below it; nothing where all cover it whole.</param>
internal sealed class RgbImage(int width, int height, byte[] colours, byte[]? cover = null) : PdfImage(width, height)
{
    private const long MostDots = 40_000_000;

    /// <exception cref="UnreadableImageException">It would take more room unpacked than any paper needs.</exception>
    public static void RefuseLarge(int width, int height)
    {
        if ((long)width * height > MostDots)
            throw new UnreadableImageException($"it has more than {MostDots / 1_000_000} million dots");
    }

    internal override int Write(PdfObjects objects)
    {
        var size = string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8");
        var mask = cover is null ? "" : $"/SMask {PdfValue.Reference(objects.AddStream(size + "/ColorSpace/DeviceGray", cover))}";
        return objects.AddStream(size + "/ColorSpace/DeviceRGB" + mask, colours);
    }
}
