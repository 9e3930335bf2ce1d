using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using QRCoder;
using Shouldly;
using Training.Domain.Attendance;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>A trainer photographs a signed sheet with a phone.</summary>
public sealed class SheetJourney(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Reads_the_code_from_the_photograph_and_keeps_it_beside_the_register()
    {
        var app = await ServeAsync(Engine.Sqlite);
        var register = await app.ReadAsync(db => db.Registers
            .Where(r => r.Status == RegisterStatus.Closed && db.Enrolments.Any(e => e.SessionId == r.SessionId && e.HoldsSeat)).OrderBy(r => r.Date).ThenBy(r => r.Part).FirstAsync());
        var page = await OpenAsAsync(app, "trainer", Screen.Phone, "nl");

        await page.GotoAsync("/nl/sheets");
        await page.ShouldPassAxeAsync();
        await page.SetInputFilesAsync("#sheet-file", new FilePayload { Name = "foto.png", MimeType = "image/png", Buffer = PhotographOf($"https://school.example/nl/sheets/{register.SheetCode}-1") });

        await Assertions.Expect(page.Locator("#sheet-code")).ToHaveValueAsync($"{register.SheetCode}-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Insturen" }).FollowAsync();
        await Assertions.Expect(page.Locator(".scan img")).ToBeVisibleAsync();
        await page.ShouldPassAxeAsync();
        await PictureAsync(page, "sheet-nl");

        var desk = await OpenAsAsync(app, "planner", Screen.Desktop, "fr");
        await desk.GotoAsync($"/fr/sheets/{register.SheetCode}");
        await desk.ShouldPassAxeAsync();
        await PictureAsync(desk, "sheet-fr");
        (await app.ReadAsync(db => db.SheetScans.CountAsync(scan => scan.RegisterId == register.Id))).ShouldBe(1);
    }

    private static byte[] PhotographOf(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return picture.GetGraphic(6);
    }
}
