using Training.Reports.SignInSheets;
using Training.Web.Hosting;

namespace Training.Web.Jobs;

/// <summary>Makes the sign-in sheets of the next working days, so that they only have to be printed.</summary>
public sealed class SignInSheetsJob(PrepareSheets prepare, SchoolOptions school) : ITimedJob
{
    public async Task<JobReport> RunAsync(CancellationToken ct) => new(await prepare.HandleAsync(new(school.SheetOffice()), ct));
}
