using Training.Reports.Pdf.Images;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf;

/// <summary>A picture made of dots: a JPEG, which goes into the document as it is, or a PNG, with what shows through it.</summary>
public abstract class PdfImage
{
    private protected PdfImage(int width, int height) => (Width, Height) = (width, height);

    /// <summary>In dots.</summary>
    public int Width { get; }

    public int Height { get; }

    /// <exception cref="UnreadableImageException">It is neither, is damaged, or is larger than any paper needs.</exception>
    public static PdfImage Read(byte[] file)
    {
        try
        {
            return JpegImage.Begins(file) ? JpegImage.Of(file) : PngImage.Begins(file) ? PngImage.Of(file) : throw new UnreadableImageException("neither a JPEG nor a PNG");
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or InvalidDataException or EndOfStreamException or OverflowException)
        {
            throw new UnreadableImageException("damaged", fault);
        }
    }

    internal abstract int Write(PdfObjects objects);
}

public sealed class UnreadableImageException(string reason, Exception? cause = null) : Exception($"The image cannot be put into a document: {reason}.", cause);
