using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>One shape of a typeface, with its measures in thousandths of the type size and the text that it stands for.</summary>
/// <param name="Width">How wide the typeface makes it.</param>
/// <param name="Advance">How far the next glyph is, which differs from the width where two letters are drawn together.</param>
internal readonly record struct Glyph(ushort Id, double Width, double Advance, double OffsetX, double OffsetY, string Text);

/// <summary>A word, a part of one or a space as it is set in one face, its glyphs from left to right.</summary>
/// <param name="ReadsAsGlyphs">False when the text cannot be told from its glyphs one by one.</param>
internal sealed record ShapedText(Typeface Typeface, Direction Direction, string Text, IReadOnlyList<Glyph> Glyphs, bool ReadsAsGlyphs)
{
    public bool IsRightToLeft => Direction == Direction.RightToLeft;

    /// <summary>In thousandths of the type size.</summary>
    public double Advance { get; } = Glyphs.Sum(glyph => glyph.Advance);
}
