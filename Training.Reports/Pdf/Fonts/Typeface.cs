using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>One face of a typeface, read once from the assembly: Source Sans 3, and others for the scripts that it lacks.</summary>
[SuppressMessage("Reliability", "CA1001", Justification = "The faces stay in use until the process ends.")]
internal sealed class Typeface
{
    private static readonly string[] Names =
    [
        "SourceSans3-Regular", "SourceSans3-Italic", "SourceSans3-SemiBold", "SourceSans3-Bold",
        "NotoSansArabic-Regular", "NotoSansArabic-SemiBold", "NotoSansHebrew-Regular", "NotoSansHebrew-SemiBold",
    ];

    private static readonly Lazy<Typeface>[] All = [.. Names.Select((name, number) => new Lazy<Typeface>(() => new Typeface(name, number)))];

    private readonly HarfBuzzSharp.Face face;
    private readonly Font font;
    private readonly double unit;

    private Typeface(string name, int number)
    {
        (Name, Number) = (name, number);
        using var program = ReadProgram(name);
        face = new HarfBuzzSharp.Face(program, 0);
        font = new Font(face);
        font.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        face.MakeImmutable();
        unit = 1000.0 / face.UnitsPerEm;
        Missing = FindMissing();
    }

    public string Name { get; }

    /// <summary>The same in every document.</summary>
    public int Number { get; }

    /// <summary>Shown in place of a character that the typeface does not have.</summary>
    public ushort Missing { get; }

    public nint Handle => face.Handle;

    /// <summary>The typeface of the house first, then those that are asked for what it lacks.</summary>
    public static IEnumerable<Typeface> ChainOf(Pdf.Face face)
    {
        var weight = face is Pdf.Face.SemiBold or Pdf.Face.Bold ? Pdf.Face.SemiBold : Pdf.Face.Regular;
        yield return Named($"SourceSans3-{face}");
        yield return Named($"NotoSansArabic-{weight}");
        yield return Named($"NotoSansHebrew-{weight}");
    }

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
            [.. Enumerable.Range(0, 4).Select(corner => Scale(ValueAt(head, 36 + 2 * corner)))],
            Scale(ValueAt(horizontal, 4)),
            Scale(ValueAt(horizontal, 6)),
            Scale(ValueAt(windows, 88)),
            ValueAt(postscript, 4));
    }

    /// <summary>As a copy outside the managed heap: Blob.FromStream leaves it on the heap, where it may be moved.</summary>
    private static unsafe Blob ReadProgram(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Typefaces.{name}.ttf")
            ?? throw new InvalidOperationException($"The typeface {name} is not embedded in the assembly.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        fixed (byte* start = bytes)
            return new Blob((nint)start, bytes.Length, MemoryMode.Duplicate);
    }

    private static short ValueAt(Blob table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table.AsSpan()[offset..]);

    private static Typeface Named(string name) => All[Array.IndexOf(Names, name)].Value;

    private ushort FindMissing() => GlyphOf('□') ?? GlyphOf('?') ?? 0;
}

/// <param name="Box">The corners of a box around every glyph, from bottom left to top right.</param>
internal sealed record TypefaceMetrics(IReadOnlyList<double> Box, double Ascent, double Descent, double CapHeight, double ItalicAngle);
