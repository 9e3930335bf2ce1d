using System.Globalization;
using HarfBuzzSharp;

namespace Training.Reports.Pdf.Fonts;

/// <summary>Which typeface a letter is set in and in which direction it runs.</summary>
internal readonly record struct LetterKind(Typeface Typeface, Direction Direction)
{
    public static LetterKind OfHouse(Pdf.Face face) => new(Typeface.ChainOf(face).First(), Direction.LeftToRight);

    /// <param name="missing">The name of the letter's script, if no typeface has the letter.</param>
    public static LetterKind Of(Pdf.Face face, string letter, out string? missing)
    {
        missing = null;
        var script = ScriptOf(letter);
        var direction = script.HorizontalDirection == Direction.RightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        if (IsBlank(letter))
            return OfHouse(face);

        foreach (var typeface in Typeface.ChainOf(face))
        {
            if (letter.EnumerateRunes().All(rune => IsBlank(rune.ToString()) || typeface.GlyphOf((uint)rune.Value) is not null))
                return new(typeface, direction);
        }

        missing = IsAnyones(script) ? null : script.ToString();
        return OfHouse(face) with { Direction = direction };
    }

    private static Script ScriptOf(string letter) =>
        letter.EnumerateRunes().Select(rune => UnicodeFunctions.Default.GetScript(rune.Value)).FirstOrDefault(script => !IsAnyones(script), Script.Common);

    private static bool IsAnyones(Script script) => script == Script.Common || script == Script.Inherited || script == Script.Unknown;

    // HarfBuzz draws any blank with the one that a typeface has, and what cannot be seen with nothing.
    private static bool IsBlank(string letter) =>
        CharUnicodeInfo.GetUnicodeCategory(letter, 0) is UnicodeCategory.SpaceSeparator or UnicodeCategory.Format or UnicodeCategory.Control;
}
