using Training.Domain.Courses;

namespace Training.Domain.Funding;

public readonly record struct ProgrammeId(Guid Value) : IId<ProgrammeId>
{
    public static ProgrammeId From(Guid value) => new(value);
}

/// <summary>What a funder runs and gives grants under: a plan, a call, a yearly subsidy.</summary>
public sealed class Programme
{
    public const int CodeMaxLength = 40;
    public const int NameMaxLength = 200;

    private Programme() => (Code, FunderCode, Name) = ("", "", LocalizedText.Empty);

    public Programme(string code, string funderCode, LocalizedText name) =>
        (Id, Code, FunderCode, Name) = (new ProgrammeId(Guid.CreateVersion7()), code, funderCode, name);

    public ProgrammeId Id { get; private set; }

    public string Code { get; private set; }

    public string FunderCode { get; private set; }

    public LocalizedText Name { get; private set; }

    public void Rename(LocalizedText name) => Name = name;
}
