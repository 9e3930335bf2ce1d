namespace Training.Web.Features.StaffImports;

/// <summary>The file that an office sends, and whose staff it lists where one answers for several employers.</summary>
public sealed class StaffFileForm
{
    public IFormFile? File { get; set; }

    public Guid? Organisation { get; set; }
}
