using Training.Domain.Courses;

namespace Training.Domain.Funding;

/// <summary>A public body whose subsidy pays for training: safe.brussels, COCOF, VGC, the Region …</summary>
public sealed class Funder
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 200;

    private Funder() => (Code, Name) = ("", LocalizedText.Empty);

    public Funder(string code, LocalizedText name) => (Code, Name) = (code, name);

    public string Code { get; private set; }

    public LocalizedText Name { get; private set; }

    public void Rename(LocalizedText name) => Name = name;
}
