using SkiaSharp;
using UglyToad.PdfPig;

namespace Training.Reports.EvidenceBundles;

/// <summary>
/// A copy of a scan on which other people's lines are covered. It is drawn anew, dot by dot: what is covered is not in the file, nor is anything that
/// the camera wrote into the original.
/// </summary>
public static class ScanCopy
{
    private const int Quality = 85;

    private static readonly SKColor Cover = new(0x37, 0x41, 0x51);

    /// <returns>A JPEG; nothing where the scan cannot be shown as one picture, such as a PDF that no scanner made.</returns>
    public static byte[]? Of(byte[] content, string contentType, IReadOnlyList<PageStripe> shown)
    {
        using var page = PageOf(content, contentType);
        if (page is null)
            return null;

        using var picture = SKImage.FromBitmap(page);
        using var surface = SKSurface.Create(new SKImageInfo(page.Width, page.Height));
        surface.Canvas.Clear(Cover);
        foreach (var stripe in shown)
        {
            var part = SKRect.Create(0, (float)page.Height * stripe.Top / PageStripe.Whole, page.Width, (float)page.Height * (stripe.Bottom - stripe.Top) / PageStripe.Whole);
            surface.Canvas.DrawImage(picture, part, part, SKSamplingOptions.Default);
        }

        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return data.ToArray();
    }

    /// <summary>Whether <see cref="Of"/> gives one.</summary>
    public static bool IsPossible(byte[] content, string contentType)
    {
        using var page = PageOf(content, contentType);
        return page is not null;
    }

    private static SKBitmap? PageOf(byte[] content, string contentType) => contentType == "application/pdf" ? PictureIn(content) : Upright(content);

    // What a scanner makes is a page with one picture on it.
    private static SKBitmap? PictureIn(byte[] pdf)
    {
        try
        {
            using var document = PdfDocument.Open(pdf);
            if (document.NumberOfPages != 1 || document.GetPage(1) is not { Letters.Count: 0 } page || page.GetImages().ToList() is not [var picture])
                return null;

            return picture.TryGetPng(out var png) ? SKBitmap.Decode(png) : Upright([.. picture.RawBytes]);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    // A camera says how it was held instead of turning the picture.
    private static SKBitmap? Upright(byte[] picture)
    {
        using var codec = SKCodec.Create(new MemoryStream(picture));
        if (codec is null || SKBitmap.Decode(codec) is not { } held)
            return null;

        var degrees = codec.EncodedOrigin switch { SKEncodedOrigin.RightTop => 90, SKEncodedOrigin.BottomRight => 180, SKEncodedOrigin.LeftBottom => 270, _ => 0 };
        if (degrees == 0)
            return held;

        var (width, height) = degrees == 180 ? (held.Width, held.Height) : (held.Height, held.Width);
        var upright = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(upright))
        {
            canvas.Translate(width / 2f, height / 2f);
            canvas.RotateDegrees(degrees);
            using var image = SKImage.FromBitmap(held);
            canvas.DrawImage(image, -held.Width / 2f, -held.Height / 2f, SKSamplingOptions.Default);
        }

        held.Dispose();
        return upright;
    }
}
