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
        ("", "/{0}/invitation", "invitation"),
        ("", "/{0}/access-request", "access-request"),
        ("officer", "/{0}/invitations", "invitations"),
        ("officer", "/{0}/access-requests", "access-requests"),
        ("administrator", "/{0}/users", "users"),
        ("participant", "/{0}/my-sign-ins", "my-sign-ins"),
        ("officer", "/{0}/my-messages", "my-messages"),
        ("officer", "/{0}/", "home-officer"),
        ("officer", "/{0}/sessions/AGR-PUB-27S/enrol", "enrol"),
        ("officer", "/{0}/enrolments", "enrolments"),
        ("officer", "/{0}/time-release", "time-release"),
        ("officer", "/{0}/cockpit?month=2026-11", "cockpit"),
        ("officer", "/{0}/reports/r1a?month=2026-11", "post-month"),
        ("manager", "/{0}/reports/staff-time?from=2026-01-01&to=2026-12-31", "staff-time"),
        ("officer", "/{0}/reports/r1b?year=2026", "worker-courses"),
        ("administrator", "/{0}/parameters", "parameters"),
        ("administrator", "/{0}/jobs", "jobs"),
        ("planner", "/{0}/undelivered-messages", "undelivered-messages"),
        ("planner", "/{0}/undelivered-messages/letters", "letters"),
        ("manager", "/{0}/retention", "retention"),
        ("participant", "/{0}/calendar", "calendar"),
        ("administrator", "/{0}/parameters/pel.refund.perHour", "parameter"),
        ("approver", "/{0}/approvals", "approvals"),
        ("participant", "/{0}/time-release", "time-release-own"),
        ("participant", "/{0}/absences", "absences"),
        ("officer", "/{0}/absences", "absences-officer"),
        ("trainer", "/{0}/registers", "registers"),
        ("trainer", "/{0}/attendance", "attendance"),
        ("planner", "/{0}/attendance/desk", "attendance-desk"),
        ("trainer", "/{0}/sheets", "sheets"),
        ("planner", "/{0}/sheets/signatures", "signatures"),
        ("trainer", "/{0}/verdicts/GDP-BASE-26A", "verdicts"),
        ("planner", "/{0}/verdicts/GDP-BASE-26A", "verdicts-planner"),
        ("officer", "/{0}/people", "people"),
        ("officer", "/{0}/organisations/ASBL-01", "organisation"),
        ("participant", "/{0}/my-file", "my-file"),
        ("planner", "/{0}/organisations", "organisations"),
        ("planner", "/{0}/organisations/ASBL-01/edit", "organisation-edit"),
        ("planner", "/{0}/duplicates", "duplicates"),
        ("planner", "/{0}/person-requests", "person-requests"),
        ("planner", "/{0}/change-records", "change-records"),
        ("planner", "/{0}/secretariat", "secretariat"),
        ("planner", "/{0}/secretariat?done=true", "secretariat-done"),
        ("planner", "/{0}/planning", "planning"),
        ("planner", "/{0}/planning/new", "planning-new"),
        ("planner", "/{0}/planning/sessions/AGR-PUB-27S", "planning-session"),
        ("planner", "/{0}/planning/places", "places"),
        ("planner", "/{0}/planning/trainers", "trainers"),
        ("planner", "/{0}/planning/courses", "course-editor"),
        ("planner", "/{0}/planning/courses/GDP-BASE", "course-edit"),
        ("planner", "/{0}/work", "work"),
        ("planner", "/{0}/certificates", "certificates"),
        ("planner", "/{0}/certificates/GSOB-2026-000001/about", "certificate"),
        ("manager", "/{0}/funding", "funding"),
        ("manager", "/{0}/funding/grants/SAFE", "grant"),
        ("manager", "/{0}/funding/grants/SAFE/claims/1", "grant-claim"),
        ("manager", "/{0}/funding/funders", "funders"),
        ("manager", "/{0}/funding/preview", "funding-preview"),
        ("manager", "/{0}/funding/reviews", "funding-reviews"),
        ("manager", "/{0}/funding/grants/SAFE/terms", "grant-form"),
        ("manager", "/{0}/reports", "reports-list"),
        ("manager", "/{0}/reports/subscriptions?report=r5", "report-subscriptions"),
        ("manager", "/{0}/reports/evidence?grant=SAFE&search=janssens", "evidence"),
        ("manager", "/{0}/reports/r3?from=2025-01-01&to=2026-12-31", "report-r3"),
        ("manager", "/{0}/reports/r5?from=2025-01-01&to=2026-12-31&published=true", "report-r5"),
        ("manager", "/{0}/reports/training-hours?from=2026-01-01&to=2026-12-31", "training-hours"),
    ];

    [Theory]
    [InlineData("fr", Screen.Desktop, ColorScheme.Light)]
    [InlineData("nl", Screen.Phone, ColorScheme.Dark)]
    public async Task Are_accessible(string language, Screen screen, ColorScheme colours)
    {
        var app = await ServeAsync(Engine.Sqlite);
        var wrong = new List<string>();
        foreach (var own in Pages.GroupBy(page => page.Persona))
        {
            var page = own.Key.Length == 0 ? await OpenAsync(app, screen, language) : await OpenAsAsync(app, own.Key, screen, language);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            foreach (var (_, address, name) in own)
            {
                var response = await page.GotoAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, language));
                response!.Status.ShouldBe(200, page.Url);
                wrong.AddRange(await page.ViolationsAsync());
                await PictureAsync(page, $"{name}-{language}", isWhole: false);
            }

            await page.Context.CloseAsync();
        }

        wrong.ShouldBeEmpty();
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
        await PictureAsync(page, "register-fr", isWhole: false);
    }
}
