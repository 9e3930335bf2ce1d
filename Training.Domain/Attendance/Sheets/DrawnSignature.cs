using System.Globalization;
using System.Text.RegularExpressions;

namespace Training.Domain.Attendance.Sheets;

/// <summary>
/// A signature as it was drawn: the path of an SVG picture of straight lines on a field of 1,000 by 300, from the top left. Commas and letters
/// between its numbers keep it from being taken for a number of any register.
/// </summary>
public sealed partial class DrawnSignature
{
    public const int Width = 1000;
    public const int Height = 300;
    public const int MaxLength = 20_000;

    // A tap by mistake is no signature.
    private const int LeastPoints = 6;
    private const int LeastWidth = 40;

    private DrawnSignature(string path) => Path = path;

    public string Path { get; }

    /// <param name="path"><c>M10,20L12,25M40,20L44,28</c>: <c>M</c> where a stroke begins, <c>L</c> to each of its further points.</param>
    /// <returns>Nothing for what is no drawing, or one too small to be a signature.</returns>
    public static DrawnSignature? Read(string? path)
    {
        if (path is null or { Length: > MaxLength } || !Paths().IsMatch(path))
            return null;

        var points = Points().Matches(path).Select(point => (X: Number(point.Groups[1]), Y: Number(point.Groups[2]))).ToList();
        return points.Count >= LeastPoints && points.TrueForAll(point => point.X <= Width && point.Y <= Height) && points.Max(p => p.X) - points.Min(p => p.X) >= LeastWidth
            ? new DrawnSignature(path)
            : null;
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(M\d{1,4},\d{1,3}(L\d{1,4},\d{1,3})+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Paths();

    [GeneratedRegex(@"(\d+),(\d+)")]
    private static partial Regex Points();
}
