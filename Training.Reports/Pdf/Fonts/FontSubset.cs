using System.Runtime.InteropServices;

namespace Training.Reports.Pdf.Fonts;

/// <summary>Cuts a font down to the glyphs in use. HarfBuzz can do so, but HarfBuzzSharp does not show it.</summary>
internal static partial class FontSubset
{
    private const string HarfBuzz = "libHarfBuzzSharp";
    private const int TablesToDrop = 3;
    private const uint NoHinting = 1;
    private const uint KeepGlyphNumbers = 2;

    // A PDF draws glyphs by number and brings its own names and measures.
    private static readonly string[] Unneeded = ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "name", "post", "cmap", "OS/2", "gasp", "DSIG", "meta"];

    public static byte[] Of(Typeface typeface, IEnumerable<ushort> glyphs)
    {
        var input = hb_subset_input_create_or_fail();
        try
        {
            hb_subset_input_set_flags(input, NoHinting | KeepGlyphNumbers);
            var wanted = hb_subset_input_glyph_set(input);
            foreach (var glyph in glyphs)
                hb_set_add(wanted, glyph);
            var dropped = hb_subset_input_set(input, TablesToDrop);
            foreach (var table in Unneeded)
                hb_set_add(dropped, ((uint)table[0] << 24) | ((uint)table[1] << 16) | ((uint)table[2] << 8) | table[3]);

            return BytesOf(hb_subset_or_fail(typeface.Handle, input));
        }
        finally
        {
            hb_subset_input_destroy(input);
        }
    }

    private static byte[] BytesOf(nint face)
    {
        if (face == 0)
            throw new InvalidOperationException("The font could not be cut down to the glyphs in use.");

        var blob = hb_face_reference_blob(face);
        try
        {
            var data = hb_blob_get_data(blob, out var length);
            var bytes = new byte[length];
            Marshal.Copy(data, bytes, 0, bytes.Length);
            return bytes;
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(face);
        }
    }

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_subset_input_create_or_fail();

    [LibraryImport(HarfBuzz)]
    private static partial void hb_subset_input_destroy(nint input);

    [LibraryImport(HarfBuzz)]
    private static partial void hb_subset_input_set_flags(nint input, uint flags);

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_subset_input_glyph_set(nint input);

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_subset_input_set(nint input, int which);

    [LibraryImport(HarfBuzz)]
    private static partial void hb_set_add(nint set, uint value);

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_subset_or_fail(nint face, nint input);

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_face_reference_blob(nint face);

    [LibraryImport(HarfBuzz)]
    private static partial void hb_face_destroy(nint face);

    [LibraryImport(HarfBuzz)]
    private static partial nint hb_blob_get_data(nint blob, out uint length);

    [LibraryImport(HarfBuzz)]
    private static partial void hb_blob_destroy(nint blob);
}
