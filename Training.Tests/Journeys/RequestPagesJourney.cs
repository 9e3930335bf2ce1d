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

    [Theory]
    [InlineData("fr", Screen.Phone, ColorScheme.Light)]
    [InlineData("nl", Screen.Desktop, ColorScheme.Dark)]
    public async Task Are_accessible(string language, Screen screen, ColorScheme colours)
    {
        var app = await ServeAsync(Engine.Sqlite);
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "pages")).FullName;
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
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{language}.png"), FullPage = true });
            }

            await page.Context.CloseAsync();
        }
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
