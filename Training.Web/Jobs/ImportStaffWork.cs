using System.Text.Json;
using Training.Domain.People;

namespace Training.Web.Jobs;

/// <summary>The order to write a staff list that somebody looked at.</summary>
public sealed record ImportStaffWork(Guid Import)
{
    public const string Kind = "import-staff";

    /// <summary>The list that an order of this kind is about.</summary>
    public static Guid ImportOf(string request) => JsonSerializer.Deserialize<ImportStaffWork>(request)!.Import;

    /// <returns>How many people are new.</returns>
    public async Task<string> RunAsync(IServiceProvider services, WorkProgress progress, CancellationToken ct)
    {
        var written = await services.GetRequiredService<CommitStaffList>().HandleAsync(
            new(new StaffImportId(Import), (done, total) => progress.ReportAsync(done, total, ct)), ct);
        return written.Added.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
