using System.Globalization;
using System.Runtime.InteropServices;
using Training.Benchmarks;

// Another size, for a look before the long run: ledger --entries 50000, load --minutes 2
Dictionary<string, int> sizes = new() { ["--entries"] = Ledger.Entries, ["--minutes"] = MixedLoad.Minutes };
List<string> words = [];
for (var i = 0; i < args.Length; i++)
{
    if (!sizes.ContainsKey(args[i]))
    {
        words.Add(args[i]);
    }
    else if (i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size > 0)
    {
        sizes[args[i++]] = size;
    }
    else
    {
        Console.Error.WriteLine($"Give {args[i]} a number.");
        return 2;
    }
}

Benchmark[] all =
[
    new("catalogue", "The catalogue page against an empty endpoint of the same server, 8 connections", Catalogue.MeasureAsync),
    new("hours-report", "The hours report over 100,000 attendance marks against the same SQL in the database's own shell", ct => HoursReport.MeasureAsync(TaughtYear.Groups, ct)),
    new("hours-report-million", "The hours report over 1,000,000 attendance marks against the same SQL in the database's own shell", ct => HoursReport.MeasureAsync(10 * TaughtYear.Groups, ct)),
    new("report", "The hours report of 5,000 rows on paper against the same text through the bare PDF backend of SkiaSharp", LongReport.MeasureAsync),
    new("workbook", "100,000 rows of 15 columns streamed to a workbook, against ClosedXML and against a bare writer", LongWorkbook.MeasureAsync),
    new("certificates", "Certificates as PDF against a plain page with the same text, one thread", Certificates.MeasureAsync),
    new("certificates-bulk", "A thousand certificates issued at once, number, paper and message included, against the same asked for one after the other", BulkCertificates.MeasureAsync),
    new("cold-start", "From the start of the process to its first page, against the same executable with nothing to do", ColdStart.MeasureAsync),
    new("load", "Half an hour of browsing, enrolling, approving, marking and reporting over 50 connections, through two processes on one PostgreSQL", ct => MixedLoad.MeasureAsync(TimeSpan.FromMinutes(sizes["--minutes"]), ct)),
    new("messages", "Ten thousand letters from the outbox to a mail server on loopback, against the bare exchange of as many", Messages.MeasureAsync),
    new("register", "Saving the marks of a half-day against bare inserts of the same rows, and the list of 2,500 sessions with their states", Registers.MeasureAsync),
    new("phone", "What the register of sixty people takes of a phone's memory, against that of one person", PhonePage.MeasureAsync),
    new("seats", "Fifty clients asking for the last five seats through two processes, against bare inserts under the same constraints", Seats.MeasureAsync),
    new("search", "A search among 5,000 courses and 20,000 sessions as a whole page, against the statements that find the courses", Search.MeasureAsync),
    new("clashes", "Every clash among 2,500 sessions, against the same one statement asked bare", Clashes.MeasureAsync),
    new("ledger", "Settlement of 2,000 enrolments, and 1,000,000 ledger lines proved against a bare sum in the database's shell, under the employer's page", ct => Ledger.MeasureAsync(sizes["--entries"], ct)),
];

var asJson = words.Remove("--json");
if (words.Count == 0)
{
    foreach (var known in all)
        Console.WriteLine($"{known.Name,-22}{known.Description}");
    return 0;
}

if (words.Count > 1 || Array.Find(all, known => known.Name == words[0]) is not { } benchmark)
{
    Console.Error.WriteLine($"There is no benchmark \"{string.Join(' ', words)}\"; there are {string.Join(", ", all.Select(known => known.Name))}.");
    return 2;
}

// Whoever interrupts a run still has its server stopped and its files removed.
using var stop = new CancellationTokenSource();
void Stop(PosixSignalContext signal) => (signal.Cancel, _) = (true, stop.CancelAsync());
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    var figures = await benchmark.MeasureAsync(stop.Token);
    Console.WriteLine(asJson ? Printer.Json(figures) : Printer.Table(benchmark, figures));
    return 0;
}
catch (BenchmarkFailed failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Stopped.");
    return 1;
}
