using System.Buffers.Binary;
using System.Text;

namespace Training.Reports.Pdf.Writing;

/// <summary>
/// What the three numbers of a colour mean, told to a reader of the file in many years: sRGB (IEC 61966-2-1), as the profile of a monitor that
/// ISO 15076-1 lays down. Its white is that of D50, to which the colours of sRGB are adapted after Bradford.
/// </summary>
internal static class SrgbProfile
{
    public const string Name = "sRGB IEC61966-2.1";

    private const int HeaderLength = 128;
    private const uint Version = 0x04200000;

    private static readonly double[] White = [0.9642, 1, 0.8249];

    public static readonly byte[] Bytes = Write();

    private static byte[] Write()
    {
        (string Name, byte[] Content)[] tags =
        [
            ("desc", Words(Name)),
            ("cprt", Words("No rights are claimed.")),
            ("wtpt", Numbers("XYZ ", White)),
            ("chad", Numbers("sf32", 1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00924683, 0.01507568, 0.75167847)),
            ("rXYZ", Numbers("XYZ ", 0.43606567, 0.22248840, 0.01391602)),
            ("gXYZ", Numbers("XYZ ", 0.38514709, 0.71687317, 0.09707642)),
            ("bXYZ", Numbers("XYZ ", 0.14306641, 0.06060791, 0.71409607)),
            ("rTRC", Curve()),
            ("gTRC", Curve()),
            ("bTRC", Curve()),
        ];

        var table = new List<byte>(Integer(tags.Length));
        var place = HeaderLength + 4 + 12 * tags.Length;
        foreach (var (name, content) in tags)
        {
            table.AddRange([.. Encoding.ASCII.GetBytes(name), .. Integer(place), .. Integer(content.Length)]);
            place += content.Length;
        }

        return [.. Header(length: place), .. table, .. tags.SelectMany(tag => tag.Content)];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(8), Version);
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2026);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(26), 1);
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(28), 1);
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        Numbers(White).CopyTo(header.AsSpan(68));

        return header;
    }

    private static byte[] Words(string text)
    {
        var letters = Encoding.BigEndianUnicode.GetBytes(text);
        byte[] content = [.. Start("mluc"), .. Integer(1), .. Integer(12), .. "enUS"u8, .. Integer(letters.Length), .. Integer(28), .. letters];
        Array.Resize(ref content, (content.Length + 3) / 4 * 4);

        return content;
    }

    /// <summary>Light by value: a straight line near black, and above it a power, the fourth kind of ISO 15076-1.</summary>
    private static byte[] Curve() => [.. Start("para"), 0, 3, 0, 0, .. Numbers(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)];

    private static byte[] Numbers(string kind, params double[] values) => [.. Start(kind), .. Numbers(values)];

    private static byte[] Numbers(params double[] values) => [.. values.SelectMany(value => Integer((int)Math.Round(value * 65536)))];

    private static byte[] Start(string kind) => [.. Encoding.ASCII.GetBytes(kind), 0, 0, 0, 0];

    private static byte[] Integer(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
