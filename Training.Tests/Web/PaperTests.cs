using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Tests.Infrastructure;
using Training.Tests.Reports.Pdf.Archive;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Web;

/// <summary>Every paper that the school hands out, by the address that gives it. A new one that has no line here fails.</summary>
public class PaperTests
{
    private const string Year = "?from=2026-01-01&to=2026-12-31";

    private static readonly Dictionary<string, (string Persona, string Query)> Papers = new()
    {
        ["certificates/sessions/{code}/all-fr.pdf"] = ("planner", ""),
        ["certificates/sessions/{code}/all-nl.pdf"] = ("planner", ""),
        ["sheets/week.pdf"] = ("planner", "?day={day}"),
        ["sheets/{code}/sheet.pdf"] = ("planner", ""),
        ["sheets/{code}/prepared.pdf"] = ("planner", ""),
        ["my-file.pdf"] = ("participant", ""),
        ["reports/r1a.pdf"] = ("officer", "?month=2026-11"),
        ["reports/r1b.pdf"] = ("officer", "?year=2026"),
        ["reports/staff-time.pdf"] = ("manager", Year),
        ["reports/training-hours.pdf"] = ("officer", Year),
        ["reports/runs/{number:int}.pdf"] = ("manager", ""),
        ["reports/runs/{number:int}/changes.pdf"] = ("manager", ""),
        ["reports/r2.pdf"] = ("manager", Year),
        ["reports/r3.pdf"] = ("manager", Year),
        ["reports/r4.pdf"] = ("manager", Year),
        ["reports/r5.pdf"] = ("manager", Year + "&published=true"),
        ["reports/r6.pdf"] = ("manager", Year),
        ["reports/r8.pdf"] = ("manager", Year + "&rows=function&columns=theme"),
        ["reports/r9.pdf"] = ("manager", Year),
        ["reports/r10.pdf"] = ("manager", Year),
        ["reports/r11.pdf"] = ("manager", Year),
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void Each_has_a_line_here() => EndpointTable.WhoMay.Keys.Where(endpoint => endpoint.EndsWith(".pdf", StringComparison.Ordinal))
        .Select(endpoint => endpoint["GET /{lang:lang}/".Length..]).ShouldBe(Papers.Keys, ignoreOrder: true);

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    public async Task Each_can_be_kept_as_it_says(string language)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(Engine.Sqlite);
        await app.DoAsync((JobRunner runner) => runner.RunAsync(Timetable.Find("sign-in-sheets")!, new(Due: null, IsDryRun: false, "tester"), Ct));
        var prepared = await app.ReadAsync(db => db.Registers.Where(r => db.PreparedSheets.Any(sheet => sheet.RegisterId == r.Id)).OrderBy(r => r.Date).FirstAsync(Ct));
        var session = await app.ReadAsync(db => db.Sessions.Where(s => db.Enrolments.Any(e => e.SessionId == s.Id && db.Certificates.Any(c => c.EnrolmentId == e.Id))).Select(s => s.Code).FirstAsync(Ct));
        var certificate = await app.ReadAsync(db => db.Certificates.Select(c => c.Number).FirstAsync(Ct));

        var wrong = new List<string>();
        foreach (var (path, (persona, query)) in Papers.OrderBy(paper => paper.Key.Contains("runs/", StringComparison.Ordinal)).Append(new("certificates/" + certificate, ("planner", ""))))
        {
            var address = (path + query).Replace("{number:int}", "1", StringComparison.Ordinal).Replace("{day}", $"{prepared.Date:yyyy-MM-dd}", StringComparison.Ordinal)
                .Replace("{code}", path.StartsWith("sheets", StringComparison.Ordinal) ? prepared.SheetCode : session, StringComparison.Ordinal);
            using var client = await app.ClientForAsync(persona);
            var paper = await client.GetByteArrayAsync(new Uri($"/{language}/{address}", UriKind.Relative), Ct);
            wrong.AddRange(ArchiveRules.BrokenBy(paper).Select(rule => $"{address}: {rule}"));
        }

        wrong.ShouldBeEmpty();
    }
}
