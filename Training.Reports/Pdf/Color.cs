namespace Training.Reports.Pdf;

public readonly record struct Color(byte Red, byte Green, byte Blue)
{
    public static readonly Color Black = new(0x11, 0x18, 0x27);
    public static readonly Color White = new(0xFF, 0xFF, 0xFF);

    /// <summary>For what is said beside the matter, such as a footer; still legible on white (7:1).</summary>
    public static readonly Color Quiet = new(0x4B, 0x55, 0x63);

    public static readonly Color Link = new(0x1D, 0x4E, 0x89);
    public static readonly Color Rule = new(0x9C, 0xA3, 0xAF);
    public static readonly Color Shade = new(0xE8, 0xEE, 0xF4);
}
