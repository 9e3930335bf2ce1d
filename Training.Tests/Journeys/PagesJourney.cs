using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>
/// Every page that shows something by itself, held against WCAG 2.2 AA on a phone and on a desk, in the light and in the dark. The pictures
/// stay in <c>artifacts/pages/</c>; some of them are the README's.
/// </summary>
public sealed class PagesJourney(Browser browser) : Journey(browser)
{
    private static readonly (string Persona, string Address, string Name)[] Pages =
    [
        ("", "/{0}/", "home"),
        ("", "/{0}/catalogue", "catalogue"),
        ("", "/{0}/courses/GDP-BASE", "course"),
        ("", "/{0}/sign-in", "sign-in"),
        ("", "/{0}/accessibility", "accessibility"),
        ("", "/{0}/privacy", "privacy"),
        ("officer", "/{0}/", "home-officer"),
        ("officer", "/{0}/sessions/AGR-PUB-27S/enrol", "enrol"),
        ("officer", "/{0}/enrolments", "enrolments"),
        ("officer", "/{0}/time-release", "time-release"),
        ("approver", "/{0}/approvals", "approvals"),
        ("participant", "/{0}/time-release", "time-release-own"),
        ("trainer", "/{0}/registers", "registers"),
        ("planner", "/{0}/secretariat", "secretariat"),
        ("planner", "/{0}/work", "work"),
        ("manager", "/{0}/reports/training-hours?from=2026-01-01&to=2026-12-31", "training-hours"),
    ];

    [Theory]
    [InlineData("fr", Screen.Desktop, ColorScheme.Light)]
    [InlineData("nl", Screen.Phone, ColorScheme.Dark)]
    public async Task Are_accessible(string language, Screen screen, ColorScheme colours)
    {
        var app = await ServeAsync(Engine.Sqlite);
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "pages")).FullName;
        foreach (var own in Pages.GroupBy(page => page.Persona))
        {
            var page = own.Key.Length == 0 ? await OpenAsync(app, screen, language) : await OpenAsAsync(app, own.Key, screen, language);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            foreach (var (_, address, name) in own)
            {
                var response = await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, language));
                response!.Status.ShouldBe(200, page.Url);
                await page.ShouldPassAxeAsync();
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{language}.png") });
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Show_an_open_register_on_a_phone()
    {
        var app = await ServeAsync(Engine.Sqlite);
        var register = await app.ReadAsync(db => db.Registers
            .Where(r => r.Status == Training.Domain.Attendance.RegisterStatus.Open && db.Enrolments.Count(e => e.SessionId == r.SessionId && e.HoldsSeat) > 3)
            .OrderBy(r => r.Date).ThenBy(r => r.Part).FirstAsync());
        app.Clock.SetOfficeTime(register.Date, new TimeOnly(17, 0));
        var page = await OpenAsAsync(app, "trainer", Screen.Phone, "fr");

        await page.GotoAsync($"/fr/registers/{register.Id.Value}");

        await page.ShouldPassAxeAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(Repository.PathOf("artifacts", "pages")).FullName, "register-fr.png") });
    }
}
