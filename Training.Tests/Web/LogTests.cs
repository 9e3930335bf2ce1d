using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Work;
using Training.Tests.Infrastructure;
using Training.Web.Jobs;
using Xunit;

namespace Training.Tests.Web;

/// <summary>A day at the school, and then every line of its log beside every name and address that it knows.</summary>
public class LogTests
{
    private static readonly (string Persona, string[] Pages)[] Day =
    [
        ("officer", ["/fr/", "/fr/people?q={name}", "/fr/enrolments", "/fr/time-release", "/fr/cockpit?month=2026-11", "/fr/sessions/AGR-PUB-27S/enrol?q={name}", "/fr/reports/r8.pdf", "/fr/people/{nobody}"]),
        ("approver", ["/nl/approvals"]),
        ("trainer", ["/fr/registers", "/fr/attendance", "/fr/sheets/week.pdf?day=2026-11-23"]),
        ("planner", ["/fr/secretariat?q={name}", "/fr/people?q={name}", "/fr/duplicates", "/fr/change-records", "/fr/certificates?q={name}", "/fr/undelivered-messages/letters"]),
        ("manager", ["/fr/reports/evidence?search={name}", "/nl/reports/r5.xlsx?from=2026-01-01&to=2026-12-31"]),
        ("participant", ["/fr/my-file", "/fr/my-file.pdf"]),
    ];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Name_nobody(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var people = await app.ReadAsync(db => db.People.AsNoTracking().Select(p => new { p.FirstName, p.LastName, p.Email }).ToListAsync(Ct));
        foreach (var (persona, pages) in Day)
        {
            using var client = await app.ClientForAsync(persona);
            foreach (var page in pages)
                using (await client.GetAsync(new Uri(page.Replace("{name}", Uri.EscapeDataString(people[0].LastName)).Replace("{nobody}", Guid.CreateVersion7().ToString()), UriKind.Relative), Ct))
                {
                }
        }

        await EnrolAndCollideAsync(app);
        foreach (var job in Timetable.Jobs)
            (await app.DoAsync((JobRunner runner) => runner.RunAsync(job, new(null, IsDryRun: false, "tester"), Ct))).ShouldNotBeNull().Status.ShouldBe(JobRunStatus.Succeeded);
        await app.SendMailAsync(Ct);

        var words = app.Log.Lines.SelectMany(line => Regex.Matches(line, @"[\p{L}\p{M}'’.@_+-]+").Select(word => word.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        app.Log.Lines.ShouldNotBeEmpty();
        words.Where(word => word.Contains('@')).ShouldBeEmpty();
        people.SelectMany(p => new[] { p.Email, p.LastName }).OfType<string>().Where(words.Contains).Distinct().ShouldBeEmpty();
    }

    // What is refused by the database itself is logged with its cause.
    private static async Task EnrolAndCollideAsync(TrainingApp app)
    {
        var officer = await app.ClientForAsync("officer");
        var (form, person) = await officer.EnrolFormAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await officer.EnrolAsync(form, person);
            ((int)answer.StatusCode).ShouldBeLessThan(500);
        }));
    }
}
