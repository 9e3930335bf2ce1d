using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Training.Domain;
using Training.Domain.Courses;
using Training.Domain.Imports;
using Training.Domain.Organisations;
using Training.Domain.People;
using Training.Domain.Sessions;
using Training.Domain.TimeRelease;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Cli;

/// <summary><c>import WHAT FILE</c>: one verb for each kind of file.</summary>
internal static class ImportVerbs
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private static readonly Argument<string> File = new("FILE") { Description = "The file as it was sent: CSV, TSV or XLSX" };
    private static readonly Option<string?> Organisation = new("--organisation") { Description = "Code of the employer whose staff or posts they are" };
    private static readonly Option<string?> Course = new("--course") { Description = "Code of the course whose subjects they are" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Say what would happen and write nothing" };
    private static readonly Option<bool> Strict = new("--strict") { Description = "With one bad row, write nothing" };
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object" };

    private delegate Task<Outcome<ImportReport>> Run(IServiceProvider services, Stream file, ImportMode mode, ParseResult options, CancellationToken ct);

    public static Command Import() => new("import", "Read a file into the database; repeating it adds nothing")
    {
        Verb("municipalities", "The nineteen municipalities", (s, f, m, _, ct) => s.GetRequiredService<ImportMunicipalities>().HandleAsync(new(f, m), ct)),
        Verb("organisations", "Employers", (s, f, m, _, ct) => s.GetRequiredService<ImportOrganisations>().HandleAsync(new(f, m), ct)),
        Verb("courses", "The catalogue", (s, f, m, _, ct) => s.GetRequiredService<ImportCourses>().HandleAsync(new(f, m), ct)),
        Verb("subjects", "Subjects of one course", (s, f, m, o, ct) => s.GetRequiredService<ImportSubjects>().HandleAsync(new(f, o.GetValue(Course) ?? "", m), ct), Course),
        Verb("sessions", "Dated runs of courses", (s, f, m, _, ct) => s.GetRequiredService<ImportSessions>().HandleAsync(new(f, m), ct)),
        Verb("slots", "The planning of sessions", (s, f, m, _, ct) => s.GetRequiredService<ImportSlots>().HandleAsync(new(f, m), ct)),
        Verb("balances", "Hours that were left when the ledger began", (s, f, m, _, ct) => s.GetRequiredService<ImportOutsideHours>().HandleAsync(new(f, LedgerEntryKind.Opening, m), ct)),
        Verb("history", "Training followed elsewhere", (s, f, m, _, ct) => s.GetRequiredService<ImportOutsideHours>().HandleAsync(new(f, LedgerEntryKind.Elsewhere, m), ct)),
        Verb("posts", "GECO posts: what is agreed on them and who holds them", (s, f, m, o, ct) => s.GetRequiredService<ImportGecoPosts>().HandleAsync(new(f, o.GetValue(Organisation), m), ct), Organisation),
        Verb("staff", "The staff list of one employer", (s, f, m, o, ct) => s.GetRequiredService<ImportStaffList>().HandleAsync(new(f, o.GetValue(Organisation) ?? "", m), ct), Organisation),
    };

    private static Command Verb(string name, string description, Run run, Option<string?>? code = null)
    {
        var verb = new Command(name, description) { File, DryRun, Strict, AsJson };
        if (code is not null)
            verb.Add(code);
        verb.SetAction((parsed, ct) => ImportAsync(parsed, run, ct));
        return verb;
    }

    private static async Task<int> ImportAsync(ParseResult parsed, Run run, CancellationToken ct)
    {
        var path = UserPath.Of(parsed.GetValue(File)!);
        if (!System.IO.File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file {path}.");
            return 2;
        }

        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.CultureOf("en");
        await using var host = CommandHost.Build();
        await using var scope = host.CreateAsyncScope();
        if (Database.ProviderOf(host.GetRequiredService<IConfiguration>()) == DatabaseProvider.Sqlite)
            await Database.MigrateAsync(scope.ServiceProvider, ct);

        await using var file = System.IO.File.OpenRead(path);
        var mode = new ImportMode(parsed.GetValue(DryRun), parsed.GetValue(Strict));
        var outcome = await run(scope.ServiceProvider, file, mode, parsed, ct);
        var texts = host.GetRequiredService<Texts>();
        if (outcome.IsRefused)
        {
            await Console.Error.WriteLineAsync(texts.Of(outcome.Refusal));
            return 1;
        }

        await PrintAsync(outcome.Value, texts, parsed.GetValue(AsJson));
        return outcome.Value.Refused.Count > 0 ? 1 : 0;
    }

    private static async Task PrintAsync(ImportReport report, Texts texts, bool json)
    {
        object[] Notes(IEnumerable<ImportNote> notes) => [.. notes.Select(note => new { note.Row, note.Column, Reason = texts.Of(note.Reason) })];

        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                report.Added,
                report.Changed,
                report.Unchanged,
                Duplicates = Notes(report.Duplicates),
                Refused = Notes(report.Refused),
                Warnings = Notes(report.Warnings),
            }, Json));
            return;
        }

        Console.WriteLine($"added {report.Added}, changed {report.Changed}, unchanged {report.Unchanged}");
        foreach (var (kind, note) in report.Refused.Select(n => ("refused", n)).Concat(report.Duplicates.Select(n => ("duplicate", n))).Concat(report.Warnings.Select(n => ("warning", n))))
            await Console.Error.WriteLineAsync($"{kind}: line {note.Row}{(note.Column.Length > 0 ? $", {note.Column}" : "")}: {texts.Of(note.Reason)}");
    }
}
