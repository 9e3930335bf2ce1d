using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Seals;
using Training.Domain.Attendance.Sheets;
using Training.Domain.People;
using Training.Domain.Persistence;
using Training.Tests.Infrastructure;
using Training.Tests.Reports.Pdf;
using Xunit;

namespace Training.Tests.Web;

public class EvidencePageTests
{
    private const string Address = "/fr/reports/evidence";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Give_the_evidence_of_a_grant_with_digests_and_seals_that_anybody_can_check(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");

        var bundle = await TakenAsync(app, manager, ("Grant", "SAFE"));

        var sums = bundle.Text("SHA256SUMS").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")).ToList();
        sums.Select(line => line[1]).Order().ShouldBe(bundle.Names.Where(name => name != "SHA256SUMS").Order());
        foreach (var line in sums)
            Convert.ToHexStringLower(SHA256.HashData(bundle.Files[line[1]])).ShouldBe(line[0], line[1]);
        bundle.In("registers/").Count.ShouldBeGreaterThan(5);
        bundle.In("certificates/").Count.ShouldBeGreaterThan(5);
        foreach (var register in bundle.In("registers/"))
        {
            var seal = bundle.Text(register).Split('\n')[1].Split('\t')[^1];
            sums.ShouldContain(line => line[0] == seal && line[1].StartsWith("seals/"), register);
            bundle.Text("index.csv").ShouldContain(seal);
        }

        bundle.Text("allocations.csv").ShouldContain(";Coût de la formation;");
        bundle.Text("index.html").ShouldContain("sha256sum -c");
    }

    [Theory, BothDatabases]
    public async Task Give_another_proof_after_a_correction_and_the_seal_of_the_correction_with_it(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var session = await app.ReadAsync(db => db.Sessions.Where(s => db.AllocationLines.Any(l => db.TeachingSlots.Any(t => t.Id == l.SlotId && t.SessionId == s.Id))).Select(s => s.Code).FirstAsync(Ct));
        var before = await TakenAsync(app, manager, ("Session", session));
        var (register, enrolment) = await app.ReadAsync(db => OneAttendedAsync(db, session));

        (await app.DoAsync((CorrectMarks use) => use.HandleAsync(new(register.Id, enrolment, new Presence(Absent: true), "Feuille relue"), Ct))).IsRefused.ShouldBeFalse();
        var after = await TakenAsync(app, manager, ("Session", session));

        after.In("seals/").Except(before.In("seals/")).ShouldHaveSingleItem();
        after.Text(after.In("registers/").Single(name => after.Text(name).Contains("Feuille relue"))).ShouldContain("sceau d'une correction");
        after.Names.ShouldAllBe(name => !name.StartsWith("registers/") || name.StartsWith($"registers/{session}-"));
        after.Text("index.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).ShouldAllBe(line => line.Contains(session));
        (await app.ReadAsync(db => db.EvidenceExports.Select(e => e.RunNumber).ToListAsync(Ct))).ShouldBeUnique();
    }

    [Theory, BothDatabases]
    public async Task Tell_of_chosen_persons_and_of_nobody_else(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var (person, others, scan) = await app.ReadAsync(SomebodyScannedAsync);

        var found = await manager.SubmitAsync(Address, (await manager.PageAsync(Address)).Form("main form"), ("Search", person.LastName), ("Step", $"add:{person.Id.Value}"));
        var page = await found.PageAsync();
        page.QuerySelectorAll("input[name=Persons]").ShouldHaveSingleItem().GetAttribute("value").ShouldBe(person.Id.Value.ToString());
        page.QuerySelector($"input[name='Keep[{scan.Value}]']")!.GetAttribute("value")!.ShouldMatch(@"^\d+-\d+$");
        using var preview = await manager.GetAsync(new Uri($"{Address}/scans/{scan.Value}.jpg?keep=300-330", UriKind.Relative), Ct);
        preview.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");

        var bundle = await TakenAsync(app, manager, ("Persons", person.Id.Value.ToString()), ("Copies", scan.Value.ToString()), ($"Keep[{scan.Value}]", "300-330"));

        bundle.Text("persons.csv").ShouldContain(person.LastName);
        bundle.In("sheets/").ShouldHaveSingleItem().ShouldEndWith("-covered.jpg");
        bundle.In("seals/").ShouldBeEmpty("what a seal fixes tells of everybody");
        var told = bundle.Names.Where(name => Path.GetExtension(name) is not (".pdf" or ".jpg")).Select(bundle.Text).ToList();
        others.Where(other => told.Exists(text => text.Contains(other))).ShouldBeEmpty();
        var original = await app.ReadAsync(db => db.SheetScans.Where(s => s.Id == scan).Select(s => s.Sha256).SingleAsync(Ct));
        bundle.Text("index.html").ShouldContain(original);
        Convert.ToHexStringLower(SHA256.HashData(bundle.Files[bundle.In("sheets/")[0]])).ShouldNotBe(original);
    }

    [Theory, BothDatabases]
    public async Task Write_down_who_took_what_and_why_and_let_the_link_expire(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        await TakenAsync(app, manager, ("Grant", "SAFE"));
        var export = await app.ReadAsync(db => db.EvidenceExports.SingleAsync(Ct));
        var link = new Uri($"{Address}/{export.Code}.zip", UriKind.Relative);

        (await manager.PageAsync("/nl/reports/evidence")).QuerySelector("main")!.TextContent.ShouldContain("Inspection de mars");
        (await (await app.ClientForAsync("planner")).GetAsync(link, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await Should.ThrowAsync<Exception>(() => app.ReadAsync(db => db.EvidenceExports.ExecuteUpdateAsync(set => set.SetProperty(e => e.Purpose, "Autre"), Ct)));

        app.Clock.Advance(export.ExpiresAt - export.RecordedAt + TimeSpan.FromSeconds(1));
        using var late = await (await app.ClientForAsync("manager")).GetAsync(link, Ct);
        late.StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await late.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("expiré");
        await TakenAsync(app, await app.ClientForAsync("manager"), ("Grant", "SAFE"));
        (await app.ReadAsync(db => db.EvidenceExportFiles.Select(f => f.ExportNumber).SingleAsync(Ct))).ShouldNotBe(export.Number);
    }

    [Theory, BothDatabases]
    public async Task Keep_what_was_typed_and_say_what_is_missing(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var manager = await app.ClientForAsync("manager");
        var form = (await manager.PageAsync(Address)).Form("main form");

        foreach (var (field, value, error) in new[] { ("Purpose", "", "purpose-error"), ("Session", "NOPE", "session-error"), ("To", "2020-01-01", "to-error") })
        {
            using var answer = await manager.SubmitAsync(Address, form, ("From", "2026-01-01"), ("Step", "export"), (field, value));
            var page = await answer.PageAsync();
            page.QuerySelector($"#{error}").ShouldNotBeNull(field);
            page.QuerySelector($"[name={field}]")!.GetAttribute("value").ShouldBe(value.Length == 0 ? null : value, field);
        }

        (await app.ReadAsync(db => db.EvidenceExports.AnyAsync(Ct))).ShouldBeFalse();
    }

    private static async Task<Bundle> TakenAsync(TrainingApp app, HttpClient manager, params (string Name, string Value)[] fields)
    {
        var form = (await manager.PageAsync(Address)).Form("main form");
        using var made = await manager.SubmitAsync(Address, form, [("From", "2026-01-01"), ("To", "2026-12-31"), ("Purpose", "Inspection de mars"), ("Step", "export"), .. fields]);
        made.StatusCode.ShouldBe(HttpStatusCode.Found, await made.Content.ReadAsStringAsync(Ct));
        var export = await app.ReadAsync(db => db.EvidenceExports.OrderByDescending(e => e.Number).FirstAsync(Ct));
        var file = await manager.GetByteArrayAsync(new Uri($"{Address}/{export.Code}.zip", UriKind.Relative), Ct);
        Convert.ToHexStringLower(SHA256.HashData(file)).ShouldBe(export.Sha256);

        using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return new Bundle(zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        }));
    }

    private static async Task<(HalfDayRegister, Training.Domain.Enrolments.EnrolmentId)> OneAttendedAsync(TrainingDbContext db, string session)
    {
        var register = await db.Registers.Where(r => r.Status == RegisterStatus.Sealed && db.Sessions.Any(s => s.Id == r.SessionId && s.Code == session)).OrderBy(r => r.Date).FirstAsync(Ct);
        var mark = await db.AttendanceMarks.Where(m => m.SupersededAt == null && m.AttendedMinutes > 0 && db.TeachingSlots.Any(t => t.Id == m.SlotId && t.SessionId == register.SessionId && t.Date == register.Date)).ToListAsync(Ct);
        var slots = await db.TeachingSlots.Where(t => t.SessionId == register.SessionId).ToListAsync(Ct);
        return (register, mark.First(m => slots.Single(t => t.Id == m.SlotId).Part == register.Part).EnrolmentId);
    }

    // One of a full room, with a photograph of the sheet on which everybody signed.
    private static async Task<(Person, IReadOnlyList<string>, SheetScanId)> SomebodyScannedAsync(TrainingDbContext db)
    {
        var register = await db.Registers.Where(r => r.Status == RegisterStatus.Sealed && db.Enrolments.Count(e => e.SessionId == r.SessionId && e.HoldsSeat) > 4).OrderBy(r => r.Date).FirstAsync(Ct);
        var people = await db.People.Where(p => db.Enrolments.Any(e => e.PersonId == p.Id && e.SessionId == register.SessionId && e.HoldsSeat)).OrderBy(p => p.LastName).ToListAsync(Ct);
        var person = people.First(one => people.Count(other => other.LastName == one.LastName) == 1);
        var scan = new SheetScan(register.Id, 1, "image/png", SamplePng.Of(60, 84, 2, 8, isInterlaced: false, (x, y, channel) => (x + y + channel) % 256), "Secrétariat", register.SealedAt!.Value);
        db.Add(scan);
        await db.SaveChangesAsync(Ct);
        return (person, [.. people.Where(other => other.Id != person.Id).Select(other => $"{other.LastName}, {other.FirstName}")], scan.Id);
    }

    private sealed record Bundle(Dictionary<string, byte[]> Files)
    {
        public IReadOnlyCollection<string> Names => Files.Keys;

        public string Text(string name) => Encoding.UTF8.GetString(Files[name]);

        public IReadOnlyList<string> In(string folder) => [.. Files.Keys.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }
}
