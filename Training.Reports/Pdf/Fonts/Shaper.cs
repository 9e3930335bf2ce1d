using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>Sets words of one document in type; a word that comes back is not set twice.</summary>
internal sealed class Shaper(string language)
{
    private readonly Dictionary<(Pdf.Face, string), ShapedText> known = [];

    public ShapedText Shape(Pdf.Face face, string text)
    {
        if (!known.TryGetValue((face, text), out var shaped))
            known[(face, text)] = shaped = Shape(Typeface.Of(face), text);

        return shaped;
    }

    private ShapedText Shape(Typeface typeface, string text)
    {
        using var spoken = new Language(language);
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        buffer.Language = spoken;
        buffer.Flags = BufferFlags.RemoveDefaultIgnorables;
        typeface.Shape(buffer);

        return Read(typeface, text, buffer.GlyphInfos, buffer.GlyphPositions);
    }

    private static ShapedText Read(Typeface typeface, string text, GlyphInfo[] infos, GlyphPosition[] positions)
    {
        var glyphs = new Glyph[infos.Length];
        var readsAsGlyphs = true;
        for (int start = 0, end; start < infos.Length; start = end)
        {
            for (end = start + 1; end < infos.Length && infos[end].Cluster == infos[start].Cluster;)
                end++;

            var textEnd = end < infos.Length ? (int)infos[end].Cluster : text.Length;
            var cluster = text[(int)infos[start].Cluster..textEnd];
            var texts = TextOfEach(typeface, cluster, infos.AsSpan(start, end - start));
            readsAsGlyphs &= texts is not null;
            for (var index = start; index < end; index++)
                glyphs[index] = Place(typeface, infos[index].Codepoint, positions[index], texts?[index - start] ?? cluster);
        }

        return new ShapedText(text, glyphs, readsAsGlyphs);
    }

    /// <summary>What each glyph of a cluster stands for: all of it, or a character each; nothing where that cannot be told.</summary>
    private static string[]? TextOfEach(Typeface typeface, string cluster, ReadOnlySpan<GlyphInfo> glyphs)
    {
        if (glyphs.Length == 1)
            return glyphs[0].Codepoint == 0 ? null : [cluster];

        var characters = cluster.EnumerateRunes().ToArray();
        if (characters.Length != glyphs.Length)
            return null;

        for (var index = 0; index < characters.Length; index++)
        {
            if (glyphs[index].Codepoint == 0 || typeface.GlyphOf((uint)characters[index].Value) != glyphs[index].Codepoint)
                return null;
        }

        return [.. characters.Select(character => character.ToString())];
    }

    private static Glyph Place(Typeface typeface, uint id, GlyphPosition position, string text)
    {
        var known = id == 0 ? typeface.Missing : (ushort)id;
        var width = typeface.AdvanceOf(known);

        return id == 0
            ? new Glyph(known, width, width, 0, 0, "□")
            : new Glyph(known, width, typeface.Scale(position.XAdvance), typeface.Scale(position.XOffset), typeface.Scale(position.YOffset), text);
    }
}
