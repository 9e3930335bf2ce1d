using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shouldly;
using Training.Domain.Messages;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>Somebody refuses from a mail, on a phone and without signing in, and thinks better of it.</summary>
public sealed class UnsubscribeJourney(Browser browser) : Journey(browser)
{
    [Fact]
    public async Task Takes_one_button_there_and_one_back()
    {
        var app = await ServeAsync(Engine.Sqlite);
        var reader = await app.ReadAsync(db => db.People.AsNoTracking().FirstAsync(p => p.Email != null));
        var message = new EnrolmentFacts("S-1", "Cours", "Opleiding", null, null).To(reader.Id, MessageKind.RegisterStillOpen, app.Clock.GetUtcNow());
        await app.SaveAsync(message);

        var page = await OpenAsync(app, Screen.Phone, "nl");
        await page.GotoAsync($"/nl/unsubscribe/{app.Services.GetRequiredService<StopLinks>().TokenFor(message.MailId)}");
        (await page.ViolationsAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deze berichten niet meer krijgen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("deze berichten worden u niet meer gestuurd");
        (await page.ViolationsAsync()).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ze opnieuw krijgen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("zoals voorheen");

        (await app.ReadAsync(db => db.MessagePreferences.SingleAsync())).Delivery.ShouldBe(Delivery.AtOnce);
    }
}
