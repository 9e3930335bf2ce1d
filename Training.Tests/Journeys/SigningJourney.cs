using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Shouldly;
using Training.Domain.Attendance;
using Training.Domain.Enrolments;
using Training.Tests.Infrastructure;
using Training.Web.Access;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>A participant signs with a finger, the trainer countersigns.</summary>
public sealed class SigningJourney(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Is_drawn_by_the_participant_and_countersigned_by_the_trainer()
    {
        var app = await ServeAsync(Engine.Sqlite);
        var register = await SeatParticipantAsync(app);

        var phone = await OpenAsAsync(app, "participant", Screen.Phone, "fr");
        await phone.GotoAsync("/fr/sign");
        await phone.ShouldPassAxeAsync();
        await phone.Locator($"a[href$='{register.SheetCode}']").FollowAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Signer" }).ClickAsync();
        await Assertions.Expect(phone.Locator("form[data-sign] [role=status]")).ToHaveTextAsync("Dessinez d'abord votre signature dans le cadre.");
        await DrawAsync(phone);
        await phone.ShouldPassAxeAsync();
        await PictureAsync(phone, "sign-fr");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Signer" }).FollowAsync();
        await Assertions.Expect(phone.Locator(".signature svg path")).ToBeVisibleAsync();

        var trainer = await OpenAsAsync(app, "trainer", Screen.Phone, "nl");
        await trainer.GotoAsync($"/nl/sheets/{register.SheetCode}");
        await trainer.GetByText("Handtekeningen op het scherm").ClickAsync();
        await DrawAsync(trainer);
        await trainer.ShouldPassAxeAsync();
        await PictureAsync(trainer, "countersign-nl");
        await trainer.GetByRole(AriaRole.Button, new() { Name = "Tekenen" }).FollowAsync();

        var signatures = await app.ReadAsync(db => db.ScreenSignatures.AsNoTracking().Where(s => s.RegisterId == register.Id).ToListAsync());
        signatures.Select(signature => signature.EnrolmentId is null).ShouldBe([false, true], ignoreOrder: true);
        signatures.ShouldAllBe(signature => signature.Path.Length > 30);
    }

    private static async Task DrawAsync(IPage page)
    {
        var field = page.Locator(".signature-field");
        await field.ScrollIntoViewIfNeededAsync();
        var box = (await field.BoundingBoxAsync())!;
        foreach (var (from, to) in new[] { (0.2f, 0.4f), (0.5f, 0.8f) })
        {
            await page.Mouse.MoveAsync(box.X + (box.Width * from), box.Y + (box.Height * 0.3f));
            await page.Mouse.DownAsync();
            for (var step = 1; step <= 6; step++)
                await page.Mouse.MoveAsync(box.X + (box.Width * (from + ((to - from) * step / 6))), box.Y + (box.Height * (step % 2 == 0 ? 0.3f : 0.7f)));
            await page.Mouse.UpAsync();
        }
    }

    // A half-day that is closed, and in which the participant of the demonstration has a seat.
    private static async Task<HalfDayRegister> SeatParticipantAsync(TrainingApp app)
    {
        var register = await app.ReadAsync(db => db.Registers.AsNoTracking()
            .Where(r => r.Status == RegisterStatus.Closed && db.Enrolments.Any(e => e.SessionId == r.SessionId && e.HoldsSeat)).OrderByDescending(r => r.Date).ThenBy(r => r.Part).FirstAsync());
        var email = DemoPersonas.All.Single(persona => persona.Name == "participant").Email;
        var employment = await app.ReadAsync(db => db.Employments.AsNoTracking().SingleAsync(e => db.People.Any(p => p.Id == e.PersonId && p.Email == email)));
        var asked = app.Clock.GetUtcNow().AddDays(-30);
        var enrolment = Enrolment.Request(register.SessionId, new(employment, HoldsSeat: true, Scheme: null, HeldUntil: asked.AddDays(7)), new("test", asked));
        enrolment.Approve(new("test", asked.AddDays(1)));
        await app.SaveAsync(enrolment);
        return register;
    }
}
