using System.Globalization;
using System.Text;
using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>Sets words of one document in type; a word that comes back is not set twice.</summary>
internal sealed class Shaper(string language)
{
    // The typeface of the house has all up to here, so that most words need no look at each letter.
    private const char EndOfWesternLetters = '\u0180';

    private readonly Dictionary<(Pdf.Face, string), IReadOnlyList<ShapedText>> known = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);

    /// <summary>The scripts of letters that no typeface has, by their names in ISO 15924, such as Hani.</summary>
    public IReadOnlyCollection<string> MissingScripts => missing;

    /// <summary>A word as it is read: in one part, or in several where its letters need more than one typeface or direction.</summary>
    public IReadOnlyList<ShapedText> Shape(Pdf.Face face, string text)
    {
        if (!known.TryGetValue((face, text), out var shaped))
            known[(face, text)] = shaped = [.. Parts(face, text).Select(part => Shape(part.Kind, part.Text))];

        return shaped;
    }

    private IEnumerable<(LetterKind Kind, string Text)> Parts(Pdf.Face face, string text)
    {
        if (text.All(letter => letter < EndOfWesternLetters))
        {
            yield return (LetterKind.OfHouse(face), text);
            yield break;
        }

        var start = 0;
        LetterKind? kind = null;
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext())
        {
            var next = LetterKind.Of(face, letters.GetTextElement(), out var script);
            if (script is not null)
                missing.Add(script);
            if (kind is { } current && current != next)
            {
                yield return (current, text[start..letters.ElementIndex]);
                start = letters.ElementIndex;
            }

            kind = next;
        }

        if (kind is { } last)
            yield return (last, text[start..]);
    }

    private ShapedText Shape(LetterKind kind, string text)
    {
        using var spoken = new Language(language);
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = kind.Direction;
        buffer.Language = spoken;
        buffer.Flags = BufferFlags.RemoveDefaultIgnorables;
        kind.Typeface.Shape(buffer);

        return Read(kind, text, buffer.GlyphInfos, buffer.GlyphPositions);
    }

    private static ShapedText Read(LetterKind kind, string text, GlyphInfo[] infos, GlyphPosition[] positions)
    {
        var isReversed = kind.Direction == Direction.RightToLeft;
        var glyphs = new Glyph[infos.Length];
        var readsAsGlyphs = !isReversed && !text.EnumerateRunes().Any(IsPrivate);
        for (int start = 0, end; start < infos.Length; start = end)
        {
            for (end = start + 1; end < infos.Length && infos[end].Cluster == infos[start].Cluster;)
                end++;

            var follower = isReversed ? start - 1 : end;
            var textEnd = follower >= 0 && follower < infos.Length ? (int)infos[follower].Cluster : text.Length;
            var cluster = text[(int)infos[start].Cluster..textEnd];
            var texts = TextOfEach(kind.Typeface, cluster, infos.AsSpan(start, end - start));
            readsAsGlyphs &= texts is not null;
            for (var index = start; index < end; index++)
                glyphs[index] = Place(kind.Typeface, infos[index].Codepoint, positions[index], texts?[index - start] ?? cluster);
        }

        return new ShapedText(kind.Typeface, kind.Direction, text, glyphs, readsAsGlyphs);
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

    /// <summary>Its number means only what a typeface makes of it (ISO 19005-2, 6.2.11.7).</summary>
    private static bool IsPrivate(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse;

    private static Glyph Place(Typeface typeface, uint id, GlyphPosition position, string text)
    {
        var known = id == 0 ? typeface.Missing : (ushort)id;
        var width = typeface.AdvanceOf(known);

        return id == 0
            ? new Glyph(known, width, width, 0, 0, "□")
            : new Glyph(known, width, typeface.Scale(position.XAdvance), typeface.Scale(position.XOffset), typeface.Scale(position.YOffset), text);
    }
}
