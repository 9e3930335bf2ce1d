using Training.Domain.Courses;

namespace Training.Domain.Organisations;

/// <summary>A sector of activity, from the list that the school keeps. It belongs to the organisation, the function to the employment.</summary>
public sealed class Sector
{
    public const int CodeMaxLength = 20;

    private Sector() => (Code, Label) = ("", LocalizedText.Empty);

    public Sector(string code, LocalizedText label) => (Code, Label) = (code, label);

    public string Code { get; private set; }

    public LocalizedText Label { get; private set; }
}
