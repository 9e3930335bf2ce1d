using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Training.Domain.Approvals;
using Training.Domain.Enrolments;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>The pages on which people ask, answer and decide, held against WCAG 2.2 AA on a phone and on a desk.</summary>
public sealed class RequestPagesJourney(Browser browser) : Journey(browser)
{
    private const string Session = "AGR-PUB-27S";

    // Seats of that session which the school keeps for another sector.
    private const int KeptForOthers = 3;

    [Theory]
    [InlineData("fr", Screen.Phone, ColorScheme.Light)]
    [InlineData("nl", Screen.Desktop, ColorScheme.Dark)]
    public async Task Are_accessible(string language, Screen screen, ColorScheme colours)
    {
        var app = await ServeAsync(Engine.Sqlite);
        foreach (var own in (await AddressesAsync(app)).GroupBy(page => page.Persona))
        {
            var page = own.Key.Length == 0 ? await OpenAsync(app, screen, language) : await OpenAsAsync(app, own.Key, screen, language);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            foreach (var (_, address, name) in own)
            {
                var response = await page.GotoAsync($"/{language}/{address}");
                response!.Status.ShouldBe(200, page.Url);
                await page.EvaluateAsync("document.querySelectorAll('main li details').forEach(details => details.open = true)");
                await page.ShouldPassAxeAsync();
                await PictureAsync(page, $"{name}-{language}");
            }

            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Let_an_officer_enrol_twelve_people_for_five_seats_in_under_two_minutes_and_say_what_comes_next()
    {
        var app = await ServeAsync(Engine.Sqlite);
        await app.ReadAsync(db => db.Sessions.Where(s => s.Code == Session)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.CapacityMax, s => s.SeatsTaken + KeptForOthers + 5), TestContext.Current.CancellationToken));
        var time = Stopwatch.StartNew();
        var page = await OpenAsAsync(app, "officer", Screen.Desktop, "fr");

        await page.GotoAsync($"/fr/sessions/{Session}/enrol");
        var boxes = page.Locator("#colleagues input[name=person]:not([disabled])");
        for (var i = 0; i < 12; i++)
            await boxes.Nth(i).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Inscrire les personnes cochées", Exact = true }).FollowAsync();

        var lines = await page.Locator("main ul.people > li").AllInnerTextsAsync();
        lines.Count.ShouldBe(12);
        lines.Count(line => line.Contains("Une place est gardée jusqu'au", StringComparison.Ordinal)).ShouldBe(5);
        lines.Count(line => line.Contains("Sur la liste d'attente, place", StringComparison.Ordinal)).ShouldBe(7);
        time.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
        await PictureAsync(page, "enrol-result-fr");
    }

    private static async Task<IReadOnlyList<(string Persona, string Address, string Name)>> AddressesAsync(TrainingApp app)
    {
        var (organisation, pending, confirmed, ask) = await app.ReadAsync(async db =>
        {
            var own = await db.Organisations.SingleAsync(o => o.Code == "ASBL-01");
            var asked = await db.Enrolments.FirstAsync(e => e.OrganisationId == own.Id && e.Status == EnrolmentStatus.EmployerPending);
            var seated = await db.Enrolments.FirstAsync(e => e.OrganisationId == own.Id && e.Status == EnrolmentStatus.Confirmed);
            var approver = await db.People.FirstAsync(p => p.Email!.StartsWith("elodie.peeters"));
            var mail = new ApprovalAsk(asked, approver.Id, ApprovalAskKind.Reminder, app.Clock.GetUtcNow().AddDays(3), app.Clock.GetUtcNow());
            db.Add(mail);
            await db.SaveChangesAsync();
            return (own.Id.Value, asked.Id.Value, seated.Id.Value, mail.Id);
        });
        var token = app.Services.GetRequiredService<ApprovalLinks>().TokenFor(ask);
        return
        [
            ("", $"sessions/{Session}/other-employer", "other-employer"),
            ("", $"approve/{token}", "approve-by-link"),
            ("participant", $"sessions/{Session}/ask", "ask"),
            ("officer", $"enrolments/{pending}", "enrolment-pending"),
            ("officer", $"enrolments/{confirmed}", "enrolment-confirmed"),
            ("officer", $"sessions/{Session}/enrol", "enrol-rules"),
            ("officer", "charges", "charges-officer"),
            ("approver", "approvals", "approvals-cause"),
            ("approver", "employer-settings", "employer-settings"),
            ("planner", "inbox", "inbox"),
            ("planner", "inbox/new-employer", "new-employer"),
            ("planner", "charges", "charges"),
            ("planner", $"sessions/{Session}/enrol", "for-whom"),
            ("planner", $"sessions/{Session}/enrol?organisation={organisation}", "enrol-on-behalf"),
            ("planner", $"enrolments/{confirmed}", "enrolment-planner"),
        ];
    }
}
