using System.Buffers.Binary;
using System.Text;

namespace Training.Tests.Reports.Pdf.Archive;

/// <summary>The shapes and widths of an embedded TrueType program (OpenType 1.8, tables head, hhea, hmtx, loca and maxp).</summary>
internal sealed class FontProgram
{
    private readonly byte[] program;
    private readonly Dictionary<string, int> tables = [];

    public FontProgram(byte[] program)
    {
        this.program = program;
        for (var entry = 0; entry < Short(4); entry++)
            tables[Encoding.ASCII.GetString(program, 12 + 16 * entry, 4)] = BinaryPrimitives.ReadInt32BigEndian(program.AsSpan(20 + 16 * entry));
    }

    public int GlyphCount => Short(tables["maxp"] + 4);

    /// <summary>In thousandths of the type size.</summary>
    public double WidthOf(int glyph)
    {
        var last = Short(tables["hhea"] + 34) - 1;
        return 1000.0 * Short(tables["hmtx"] + 4 * Math.Min(glyph, last)) / Short(tables["head"] + 18);
    }

    public bool Draws(int glyph) => PlaceOf(glyph + 1) > PlaceOf(glyph);

    private long PlaceOf(int glyph) => Short(tables["head"] + 50) == 0
        ? 2 * Short(tables["loca"] + 2 * glyph)
        : BinaryPrimitives.ReadUInt32BigEndian(program.AsSpan(tables["loca"] + 4 * glyph));

    private int Short(int place) => BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(place));
}
