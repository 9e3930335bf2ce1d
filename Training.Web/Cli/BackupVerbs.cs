using System.CommandLine;

namespace Training.Web.Cli;

/// <summary><c>backup FILE</c> and <c>restore FILE [--replace]</c>.</summary>
internal static class BackupVerbs
{
    private static readonly Argument<string> Archive = new("FILE") { Description = "The backup" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "Put it in the place of what the database holds" };

    public static Command Backup()
    {
        var backup = new Command("backup", "Save the whole database, with scans, papers and keys, in one file; the site may go on") { Archive };
        backup.SetAction(async (typed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            await Backups.Backups.SaveAsync(scope.ServiceProvider, UserPath.Of(typed.GetValue(Archive)!), ct);
            Console.WriteLine("The backup is made.");
            return 0;
        });
        return backup;
    }

    public static Command Restore()
    {
        var restore = new Command("restore", "Put a backup back while no site runs; mail and jobs wait until 'job release'") { Archive, Replace };
        restore.SetAction(async (typed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            var repeated = await Backups.Backups.RestoreAsync(scope.ServiceProvider, UserPath.Of(typed.GetValue(Archive)!), typed.GetValue(Replace), Environment.UserName, ct);
            Console.WriteLine($"The backup is back; {repeated} destructions were done again. Mail and jobs are on hold: look, then run 'job release'.");
            return 0;
        });
        return restore;
    }
}
