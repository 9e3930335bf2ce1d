namespace Training.Reports.Pdf.Fonts;

/// <summary>One shape of a typeface, with its measures in thousandths of the type size and the text that it stands for.</summary>
/// <param name="Width">How wide the typeface makes it.</param>
/// <param name="Advance">How far the next glyph is, which differs from the width where two letters are drawn together.</param>
internal readonly record struct Glyph(ushort Id, double Width, double Advance, double OffsetX, double OffsetY, string Text);

/// <summary>A word or a space as it is set in one face.</summary>
/// <param name="ReadsAsGlyphs">False when the text cannot be told from its glyphs one by one.</param>
internal sealed record ShapedText(string Text, IReadOnlyList<Glyph> Glyphs, bool ReadsAsGlyphs)
{
    /// <summary>In thousandths of the type size.</summary>
    public double Advance { get; } = Glyphs.Sum(glyph => glyph.Advance);
}
