using System.Buffers.Binary;
using System.Globalization;
using Training.Reports.Pdf.Writing;

namespace Training.Reports.Pdf.Images;

/// <summary>A JPEG, of which only the measures and the number of colours are read.</summary>
internal sealed class JpegImage : PdfImage
{
    private readonly byte[] _file;
    private readonly int _colours;
    private readonly bool _isInverted;

    private JpegImage(byte[] file, int width, int height, int colours, bool isInverted)
        : base(width, height) => (_file, _colours, _isInverted) = (file, colours, isInverted);

    public static bool Begins(byte[] file) => file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static JpegImage Of(byte[] file)
    {
        var isAdobe = false;
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
                return OfFrame(file, segment, isAdobe);

            isAdobe |= marker == 0xEE && segment.StartsWith("Adobe"u8);
            place += segment.Length + 4;
        }
    }

    internal override int Write(PdfObjects objects) => objects.AddPlainStream(
        string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {Width}/Height {Height}/BitsPerComponent 8/ColorSpace{Space}/Filter/DCTDecode")
            + (_isInverted ? "/Decode[1 0 1 0 1 0 1 0]" : ""),
        _file);

    private string Space => _colours switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => "/DeviceCMYK" };

    // Start of frame, of any kind; the numbers between are tables.
    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static JpegImage OfFrame(byte[] file, ReadOnlySpan<byte> frame, bool isAdobe)
    {
        var (height, width, colours) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), frame[5]);
        if (width == 0 || height == 0 || frame[0] != 8 || colours is not (1 or 3 or 4))
            throw new UnreadableImageException("a JPEG of a kind that paper does not know");

        // Programs of Adobe write the four colours of print the other way round.
        return new JpegImage(file, width, height, colours, isInverted: isAdobe && colours == 4);
    }
}
