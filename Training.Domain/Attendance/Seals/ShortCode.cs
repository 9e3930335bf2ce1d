namespace Training.Domain.Attendance.Seals;

/// <summary>A seal as it is printed on paper: its first sixteen figures, in fours.</summary>
public static class ShortCode
{
    private const int Figures = 16;

    public static string Of(string seal) => string.Join(' ', seal[..Figures].ToUpperInvariant().Chunk(4).Select(four => new string(four)));
}
