namespace Training.Domain.Courses;

/// <summary>A theme of the catalogue, from the dated list that the school keeps.</summary>
public sealed class Theme
{
    public const int CodeMaxLength = 40;

    private Theme() => (Code, Label) = ("", LocalizedText.Empty);

    public Theme(string code, LocalizedText label, int rank) => (Code, Label, Rank) = (code, label, rank);

    public string Code { get; private set; }

    public LocalizedText Label { get; private set; }

    public int Rank { get; private set; }
}
