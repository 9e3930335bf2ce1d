using System.CommandLine;
using System.Globalization;
using Training.Domain;
using Training.Domain.Time;
using Training.Reports.SignInSheets;
using Training.Web.Features.Shared;
using Training.Web.Hosting;

namespace Training.Web.Cli;

/// <summary><c>sheets print FILE</c>: the sign-in sheets of some days in one PDF.</summary>
internal static class SheetVerbs
{
    private static readonly Argument<string> Target = new("FILE") { Description = "The PDF to write" };
    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day (yyyy-MM-dd); today when left out" };
    private static readonly Option<int> Days = new("--days") { Description = "How many days", DefaultValueFactory = _ => 7 };
    private static readonly Option<string?> Session = new("--session") { Description = "Only of the session with this code" };

    public static Command Sheets()
    {
        var print = new Command("print", "Print the sign-in sheets of some days") { Target, From, Days, Session };
        print.SetAction((typed, ct) => PrintAsync(typed.GetValue(Target)!, typed.GetValue(From), typed.GetValue(Days), typed.GetValue(Session), ct));
        return new Command("sheets", "Sign-in sheets of half-days") { print };
    }

    private static async Task<int> PrintAsync(string target, DateOnly? from, int days, string? session, CancellationToken ct)
    {
        await using var host = CommandHost.Build();
        await using var scope = host.CreateAsyncScope();
        var clock = scope.ServiceProvider.GetRequiredService<OfficeClock>();
        var first = from ?? clock.Today;
        var sheets = await scope.ServiceProvider.GetRequiredService<SignInSheetQuery>().HandleAsync(new(Reader.WholeSchool, first, first.AddDays(Math.Max(1, days) - 1), session?.AsCode()), ct);
        if (sheets.Count == 0)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"No half-day with participants in {days} days from {first:yyyy-MM-dd}."));

        await File.WriteAllBytesAsync(target, SignInSheetPdf.Write(sheets, scope.ServiceProvider.GetRequiredService<SchoolOptions>().SheetOffice(), clock.Now), ct);
        Console.WriteLine($"{sheets.Count} sheets in {target}.");
        return 0;
    }
}
