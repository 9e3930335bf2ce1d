using System.Reflection;
using ScottPlot;
using SkiaSharp;

namespace Training.Reports.Charts;

/// <summary>The typeface of the documents, for charts: a server has none of its own.</summary>
internal sealed class EmbeddedFonts : IFontResolver
{
    public const string Name = "Source Sans 3";

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Open(weight >= FontWeight.SemiBold);

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Open(bold);

    private static SKTypeface Open(bool isBold)
    {
        using var program = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Typefaces.SourceSans3-{(isBold ? "SemiBold" : "Regular")}.ttf");
        return SKTypeface.FromStream(program);
    }
}
