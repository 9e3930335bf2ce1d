namespace Training.Reports.Pdf;

public enum Face
{
    Regular,
    Italic,
    SemiBold,
    Bold,
}

public sealed record TextStyle(Face Face, double Size, Color Color)
{
    public static readonly TextStyle Body = new(Face.Regular, 10.5, Color.Black);

    public static readonly TextStyle Strong = Body with { Face = Face.SemiBold };

    public static readonly TextStyle Quiet = Body with { Size = 9, Color = Color.Quiet };

    public static readonly TextStyle Cell = Body with { Size = 9.5 };

    internal double LineHeight => Size * 1.32;

    /// <summary>From the top of a line to the foot of its letters, with capitals in the middle.</summary>
    internal double Baseline => LineHeight / 2 + Size * 0.33;

    internal static TextStyle Heading(int level) => new(level == 1 ? Face.Bold : Face.SemiBold, level switch { 1 => 18, 2 => 14, _ => 11.5 }, Color.Black);
}
