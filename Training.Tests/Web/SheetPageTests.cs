using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Attendance.Sheets;
using Training.Tests.Infrastructure;
using Training.Tests.Reports;
using Xunit;

namespace Training.Tests.Web;

public class SheetPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Print_a_week_of_a_trainer_or_of_a_session_in_one_file(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var trainer = await app.ClientForAsync("trainer");
        var register = await TaughtAsync(app, RegisterStatus.Sealed);
        var session = await app.ReadAsync(db => db.Sessions.Where(s => s.Id == register.SessionId).Select(s => s.Code).SingleAsync(Ct));

        var week = await trainer.GetByteArrayAsync(new Uri($"/fr/sheets/week.pdf?day={register.Date:yyyy-MM-dd}&session={session}", UriKind.Relative), Ct);
        using var none = await trainer.GetAsync(new Uri("/nl/sheets/week.pdf?day=2031-01-01", UriKind.Relative), Ct);

        PdfReading.TextOf(week).ShouldContain($"{register.SheetCode}-1");
        none.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await trainer.PageAsync("/nl/sheets")).QuerySelector("main")!.TextContent.ShouldContain("week");
    }

    [Theory, BothDatabases]
    public async Task Take_a_scan_by_its_code_and_show_it_beside_the_register(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var register = await TaughtAsync(app, RegisterStatus.Closed);
        var page = await planner.PageAsync("/nl/sheets");
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 42];

        using var wrong = await planner.UploadAsync("/nl/sheets", page.Form("[data-sheet-form]"), "file", "foto.png", picture, ("code", "KKKKKKKKKK-1"));
        var again = await wrong.PageAsync();
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("code");
        again.QuerySelector("#sheet-code")!.GetAttribute("value").ShouldBe("KKKKKKKKKK-1");

        using var kept = await planner.UploadAsync("/nl/sheets", page.Form("[data-sheet-form]"), "file", "foto.png", picture, ("code", $"{register.SheetCode}-1"));
        kept.Headers.Location!.OriginalString.ShouldBe($"/nl/sheets/{register.SheetCode}-1");
        var sheet = await planner.PageAsync(kept.Headers.Location.OriginalString);
        sheet.QuerySelector(".scan code")!.TextContent.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(picture)));
        var shown = await planner.GetByteArrayAsync(new Uri(sheet.QuerySelector(".scan img")!.GetAttribute("src")!, UriKind.Relative), Ct);
        shown.ShouldBe(picture);
    }

    [Theory, BothDatabases]
    public async Task Let_the_secretariat_tick_who_signed_and_list_what_differs(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var planner = await app.ClientForAsync("planner");
        var register = await TaughtAsync(app, RegisterStatus.Closed);
        var address = $"/fr/sheets/{register.SheetCode}";
        var form = (await planner.PageAsync(address)).Form("#signatures");
        var person = await app.ReadAsync(db => db.AttendanceMarks
            .Where(m => m.SupersededAt == null && m.AttendedMinutes > 0 && db.TeachingSlots.Any(s => s.Id == m.SlotId && s.SessionId == register.SessionId && s.Date == register.Date))
            .Join(db.Enrolments, m => m.EnrolmentId, e => e.Id, (m, e) => e).OrderBy(e => e.Id).FirstAsync(Ct));

        using var nobody = await planner.SubmitAsync(address, form, ("button", "save"));
        nobody.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await planner.PageAsync("/fr/sheets/signatures")).QuerySelector($"a[href='{address}']").ShouldNotBeNull();
        (await planner.PageAsync(address)).QuerySelector("#signatures .tag-bad")!.TextContent.ShouldBe("Présent sans signature");

        using var everybody = await planner.SubmitAsync(address, form, ("button", "all-present"));
        (await planner.PageAsync("/fr/sheets/signatures")).QuerySelector($"a[href='{address}']").ShouldBeNull();
        (await app.ReadAsync(db => db.HoldingSignatures().Where(c => c.RegisterId == register.Id && c.EnrolmentId == person.Id).Select(c => c.Finding).SingleAsync(Ct)))
            .ShouldBe(SignatureFinding.OnSheet);
    }

    private static Task<HalfDayRegister> TaughtAsync(TrainingApp app, RegisterStatus status) => app.ReadAsync(db => db.Registers
        .Where(r => r.Status == status && db.Enrolments.Any(e => e.SessionId == r.SessionId && e.HoldsSeat)).OrderBy(r => r.Date).ThenBy(r => r.Part).ThenBy(r => r.Id).FirstAsync(Ct));
}
