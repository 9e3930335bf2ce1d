using System.Globalization;

namespace Training.Domain.Attendance.Sheets;

/// <summary>A signature as it was drawn: strokes of points on a field of 1,000 by 300, from the top left.</summary>
public sealed class DrawnSignature
{
    public const int Width = 1000;
    public const int Height = 300;
    public const int MaxLength = 20_000;

    // A tap by mistake is no signature.
    private const int LeastPoints = 6;
    private const int LeastWidth = 40;

    private readonly IReadOnlyList<(int X, int Y)[]> _strokes;

    private DrawnSignature(IReadOnlyList<(int, int)[]> strokes) => _strokes = strokes;

    /// <summary>For an SVG path.</summary>
    public string Path => string.Concat(_strokes.Select(stroke => $"M{string.Join('L', stroke.Select(PointOf))}{(stroke.Length == 1 ? "h1" : "")}"));

    /// <param name="text">Strokes divided by semicolons, each the coordinates of its points divided by blanks: <c>10 20 12 25;40 20 44 28</c>.</param>
    /// <returns>Nothing for what is no drawing, or one too small to be a signature.</returns>
    public static DrawnSignature? Read(string? text)
    {
        if (text is null or { Length: > MaxLength })
            return null;

        var strokes = new List<(int X, int Y)[]>();
        foreach (var stroke in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            var numbers = new List<int>();
            foreach (var part in stroke.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return null;
                numbers.Add(number);
            }

            if (numbers.Count == 0 || numbers.Count % 2 != 0)
                return null;
            strokes.Add([.. numbers.Chunk(2).Select(pair => (pair[0], pair[1]))]);
        }

        var points = strokes.SelectMany(stroke => stroke).ToList();
        return points.Count >= LeastPoints && points.TrueForAll(point => point.X <= Width && point.Y <= Height) && points.Max(p => p.X) - points.Min(p => p.X) >= LeastWidth
            ? new DrawnSignature(strokes)
            : null;
    }

    public override string ToString() => string.Join(';', _strokes.Select(stroke => string.Join(' ', stroke.Select(PointOf))));

    private static string PointOf((int X, int Y) point) => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}");
}
