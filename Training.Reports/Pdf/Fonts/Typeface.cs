using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>One face of Source Sans 3, read once from the assembly.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The faces stay in use until the process ends.")]
internal sealed class Typeface
{
    private static readonly Lazy<Typeface>[] All = [.. Enum.GetValues<Pdf.Face>().Select(face => new Lazy<Typeface>(() => new Typeface(face)))];

    private readonly HarfBuzzSharp.Face face;
    private readonly Font font;
    private readonly double unit;

    private Typeface(Pdf.Face name)
    {
        Name = $"SourceSans3-{name}";
        using var program = ReadProgram(name);
        face = new HarfBuzzSharp.Face(program, 0);
        font = new Font(face);
        font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        face.MakeImmutable();
        unit = 1000.0 / face.UnitsPerEm;
        Missing = FindMissing();
    }

    public string Name { get; }

    /// <summary>Shown in place of a character that the typeface does not have.</summary>
    public ushort Missing { get; }

    public nint Handle => face.Handle;

    public static Typeface Of(Pdf.Face face) => All[(int)face].Value;

    public double Scale(int units) => units * unit;

    public void Shape(HarfBuzzSharp.Buffer buffer) => font.Shape(buffer);

    public ushort? GlyphOf(uint codePoint) => font.TryGetGlyph(codePoint, out var glyph) ? (ushort)glyph : null;

    public double AdvanceOf(ushort glyph) => Scale(font.GetHorizontalGlyphAdvance(glyph));

    public TypefaceMetrics ReadMetrics()
    {
        using var head = face.ReferenceTable(new Tag('h', 'e', 'a', 'd'));
        using var horizontal = face.ReferenceTable(new Tag('h', 'h', 'e', 'a'));
        using var windows = face.ReferenceTable(new Tag('O', 'S', '/', '2'));
        using var postscript = face.ReferenceTable(new Tag('p', 'o', 's', 't'));

        return new TypefaceMetrics(
            [.. Enumerable.Range(0, 4).Select(corner => Scale(Read(head, 36 + 2 * corner)))],
            Scale(Read(horizontal, 4)),
            Scale(Read(horizontal, 6)),
            Scale(Read(windows, 88)),
            Read(postscript, 4));
    }

    /// <summary>As a copy outside the managed heap: Blob.FromStream leaves it on the heap, where it may be moved.</summary>
    private static unsafe Blob ReadProgram(Pdf.Face name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Typefaces.{name}.ttf")
            ?? throw new InvalidOperationException($"The typeface {name} is not embedded in the assembly.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        fixed (byte* start = bytes)
            return new Blob((nint)start, bytes.Length, MemoryMode.Duplicate);
    }

    private static short Read(Blob table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table.AsSpan()[offset..]);

    private ushort FindMissing() => GlyphOf('□') ?? GlyphOf('?') ?? 0;
}

/// <param name="Box">The corners of a box around every glyph, from bottom left to top right.</param>
internal sealed record TypefaceMetrics(IReadOnlyList<double> Box, double Ascent, double Descent, double CapHeight, double ItalicAngle);
