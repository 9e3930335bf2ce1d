using System.CommandLine;
using Training.Domain.ChangeRecords;

namespace Training.Web.Cli;

/// <summary><c>audit verify</c>: works out every hash of the record of changes again. Exit 0 when all hold, 1 when one does not.</summary>
internal static class AuditVerb
{
    public static Command Audit()
    {
        var verify = new Command("verify", "Work out every hash of the record of changes again; name the first link that does not hold");
        verify.SetAction(async (_, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            var verdict = await scope.ServiceProvider.GetRequiredService<VerifyChangeRecords>().HandleAsync(ct);
            if (verdict.Broken is { } broken)
            {
                await Console.Error.WriteLineAsync($"broken: {broken.Where}: {Worded(broken.Fault)}");
                return 1;
            }

            Console.WriteLine($"whole: {verdict.Records} records, {verdict.Seals} daily seals");
            return 0;
        });
        return new Command("audit", "The record of changes") { verify };
    }

    private static string Worded(LinkFault fault) => fault switch
    {
        LinkFault.RecordAltered => "the record no longer says what its hash was made of",
        LinkFault.RecordMissing => "a record before this one is missing",
        LinkFault.PersonalValueAltered => "a personal value is not the one that was recorded",
        LinkFault.SealBroken => "the seal does not fit the records of its day",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
