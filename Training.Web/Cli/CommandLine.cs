using System.CommandLine;
using Training.Web.Hosting;
using Training.Web.Samples;

namespace Training.Web.Cli;

/// <summary>The verbs of the same executable, for operators, jobs and tests. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.</summary>
internal static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUsage = 2;

    private static readonly string[] Verbs = ["migrate", "import", "sample", "status", "ledger", "audit", "register", "sheets", "setup", "invite", "job", "backup", "restore", "--help", "-h", "-?"];

    public static bool Handles(string[] args) => args.Length > 0 && Verbs.Contains(args[0]);

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or System.Data.Common.DbException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return Failed;
        }
    }

    private static RootCommand Root() => new("Training management system")
    {
        Migrate(), ImportVerbs.Import(), Sample(), StatusVerb.Status(), LedgerVerbs.Ledger(), AuditVerb.Audit(), RegisterVerbs.Register(), SheetVerbs.Sheets(), InviteVerb.SetUp(), InviteVerb.Invite(), JobVerbs.Job(),
        BackupVerbs.Backup(), BackupVerbs.Restore(),
    };

    private static Command Migrate()
    {
        var migrate = new Command("migrate", "Bring the database up to date and add missing reference data");
        migrate.SetAction(async (_, ct) =>
        {
            await using var host = CommandHost.Build();
            await using var scope = host.CreateAsyncScope();
            await Database.MigrateAsync(scope.ServiceProvider, ct);
            Console.WriteLine("The database is up to date.");
            return 0;
        });
        return migrate;
    }

    private static Command Sample()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with the files of the sample school" };
        var asOf = new Option<DateOnly?>("--as-of") { Description = "The day that is today in the sample school (yyyy-MM-dd); today when left out" };
        var load = new Command("load", "Load the sample school into an empty database") { folder, asOf };
        load.SetAction(async (parsed, ct) =>
        {
            await using var host = CommandHost.Build();
            await using (var scope = host.CreateAsyncScope())
                await Database.MigrateAsync(scope.ServiceProvider, ct);

            var loaded = await SampleSchool.LoadAsync(
                host.GetRequiredService<IConfiguration>(), host.GetRequiredService<IHostEnvironment>(), UserPath.Of(parsed.GetValue(folder)!), parsed.GetValue(asOf), ct);
            Console.WriteLine(loaded ? "The sample school is loaded." : "Courses are there already: nothing was added.");
            return 0;
        });
        return new Command("sample", "The sample school") { load };
    }
}
