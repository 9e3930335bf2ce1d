using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>Somebody who has read no manual sends a list with faults in it, and ends with every good row in and every bad row explained.</summary>
public sealed class StaffListJourney(Browser browser) : Journey(browser)
{
    [Theory]
    [InlineData(Engine.Sqlite, "fr", Screen.Desktop)]
    [InlineData(Engine.PostgreSql, "nl", Screen.Phone)]
    public async Task Ends_with_every_row_in(Engine engine, string language, Screen screen)
    {
        var app = await ServeAsync(engine);
        var page = await OpenAsAsync(app, "officer", screen, language);
        await page.GotoAsync($"/{language}/");
        await page.Locator($"main a[href='/{language}/staff-lists']").ClickAsync();
        await page.ShouldPassAxeAsync();
        await PictureAsync(page, $"staff-lists-{language}");

        await page.Locator("#file").SetInputFilesAsync(Repository.PathOf("samples", "staff-ASBL-02.csv"));
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator(".verdicts")).ToBeVisibleAsync();
        (await CountAsync(page, "Added")).ShouldBe(25);
        (await CountAsync(page, "Refused")).ShouldBe(5);
        (await CountAsync(page, "Duplicate")).ShouldBe(1);
        await page.ShouldPassAxeAsync();
        await PictureAsync(page, $"staff-list-{language}");

        await FillAsync(page, 9, "0,8");
        await FillAsync(page, 11, "28/02/2024");
        await ChooseAsync(page, 13, "FR");
        await FillAsync(page, 15, "nour.dasilva@asbl-02.example.org");
        await ChooseAsync(page, 17, "GECO_ASSOCIATION");
        await page.Locator("#corrections button").ClickAsync();
        await Assertions.Expect(page.Locator(".notice-done")).ToBeVisibleAsync();
        (await CountAsync(page, "Refused")).ShouldBe(0);
        (await CountAsync(page, "Added")).ShouldBe(30);

        // Somebody of the old list has left.
        await page.Locator("input[name=leaver]").First.CheckAsync();
        await page.Locator(".sticky-bar button").ClickAsync();
        await page.WaitForURLAsync("**/work/**");
        await Assertions.Expect(page.Locator("#work .notice-done")).ToBeVisibleAsync(new() { Timeout = (float)Browser.Patience.TotalMilliseconds });
        await page.ShouldPassAxeAsync();
        await page.Locator("#work a").ClickAsync();
        await Assertions.Expect(page.Locator(".notice-done")).ToContainTextAsync("30");
        await PictureAsync(page, $"staff-list-done-{language}");

        (await app.ReadAsync(db => db.Employments.CountAsync(e => e.WorkEmail == null && db.Organisations.Any(o => o.Id == e.OrganisationId && o.Code == "ASBL-01")))).ShouldBe(24 + 30 + 1, "The sample school, the list, and an earlier post of one of them.");
        (await app.ReadAsync(db => db.Employments.CountAsync(e => e.End != null))).ShouldBe(1 + 1);
    }

    private static async Task<int> CountAsync(IPage page, string verdict) =>
        int.Parse(await page.Locator($".verdicts a[href='#{verdict}'] strong").InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

    private static Task FillAsync(IPage page, int line, string text) => page.Locator($"#corrections [aria-invalid][id^='cell-{line}-']").FillAsync(text);

    private static async Task ChooseAsync(IPage page, int line, string code) => await page.Locator($"#corrections select[aria-invalid][id^='cell-{line}-']").SelectOptionAsync(code);
}
