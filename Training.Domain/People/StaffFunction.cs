using Training.Domain.Courses;

namespace Training.Domain.People;

/// <summary>A function in the field (community guard, social worker …), from the list that the school keeps.</summary>
public sealed class StaffFunction
{
    public const int CodeMaxLength = 20;

    private StaffFunction() => (Code, Label) = ("", LocalizedText.Empty);

    public StaffFunction(string code, LocalizedText label) => (Code, Label) = (code, label);

    public string Code { get; private set; }

    public LocalizedText Label { get; private set; }
}
