namespace Training.Web.Features.StaffImports;

/// <summary>The order to write a list, with those who have left.</summary>
public sealed class WriteForm
{
    public IList<Guid> Leaver { get; } = [];

    public DateOnly? LastDay { get; set; }
}
