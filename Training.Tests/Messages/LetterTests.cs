using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>Every letter, posted and read back.</summary>
public class LetterTests
{
    private static readonly EnrolmentFacts Facts = new(
        "S-1", "Premiers secours", "Eerste hulp", new(2027, 1, 18), new(2027, 1, 19), "Salle inondée", "GSOB-2027-000001", 200m, new(2027, 1, 11), "Bert Peeters", Guid.CreateVersion7());

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_the_same_as_text_and_as_a_page_in_the_readers_language_for_every_event()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var (writer, texts) = (app.Services.GetRequiredService<MessageWriter>(), new Texts());
        foreach (var kind in Enum.GetValues<MessageKind>())
        {
            foreach (var (language, code) in new[] { (CorrespondenceLanguage.Fr, "fr"), (CorrespondenceLanguage.Nl, "nl") })
            {
                var reader = new Person(new PersonFacts("Élodie", "Özkan", "elodie@example.org", language, Gender.NotStated, null, null));
                var letter = await PostedAsync(writer.Write(Facts.To(reader.Id, kind, app.Clock.GetUtcNow()), reader));

                var about = $"{kind} {code}";
                letter.Body.ShouldNotBeNull(about).Headers[HeaderId.ContentLanguage].ShouldBe(code, about);
                letter.To.Mailboxes.Single().Name.ShouldBe("Élodie Özkan", about);
                letter.Subject.ShouldStartWith(texts.In(code, $"Message_{kind}_Subject").Split('{')[0].Trim(), Case.Sensitive, about);
                letter.TextBody.ShouldNotBeNull(about).ShouldNotContain("{", Case.Sensitive, about);
                letter.TextBody.ShouldContain(texts.In(code, $"Message_{kind}_Body").Split('{')[0].Trim(), Case.Sensitive, about);

                var page = await new HtmlParser().ParseDocumentAsync(letter.HtmlBody.ShouldNotBeNull(about), Ct);
                page.DocumentElement.GetAttribute("lang").ShouldBe(code, about);
                page.Title.ShouldBe(letter.Subject, about);
                page.QuerySelectorAll("h1").ShouldHaveSingleItem(about).TextContent.ShouldBe(letter.Subject, about);
                Words(string.Concat(page.QuerySelectorAll("p").Select(p => p.TextContent + "\n"))).ShouldBe(Words(letter.TextBody), about);
                page.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href") == link.TextContent);
            }
        }
    }

    [Fact]
    public async Task Says_in_an_acknowledgement_that_it_is_no_invitation()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var writer = app.Services.GetRequiredService<MessageWriter>();
        string TextFor(CorrespondenceLanguage language)
        {
            var reader = new Person(new PersonFacts("Anna", "Test", "anna@example.org", language, Gender.NotStated, null, null));
            return writer.Write(Facts.To(reader.Id, MessageKind.RequestReceived, app.Clock.GetUtcNow()), reader).TextBody!;
        }

        TextFor(CorrespondenceLanguage.Fr).ShouldContain("pas une invitation");
        TextFor(CorrespondenceLanguage.Nl).ShouldContain("geen uitnodiging");
    }

    [Theory, BothDatabases]
    public async Task Waits_for_the_morning_unless_it_calls_off_what_begins_the_same_day(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        app.Clock.SetOfficeTime("2027-01-18 05:30");
        var reader = new Person(new PersonFacts("Anna", "Test", "anna@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        await app.SaveAsync(
            reader, Facts.To(reader.Id, MessageKind.SessionCancelled, app.Clock.GetUtcNow()), Facts.To(reader.Id, MessageKind.SeatConfirmed, app.Clock.GetUtcNow()),
            (Facts with { FirstDay = new(2027, 1, 19) }).To(reader.Id, MessageKind.SessionCancelled, app.Clock.GetUtcNow()));

        await app.SendMailAsync(Ct);
        (await SentAsync(app)).ShouldBe(1);
        app.Clock.SetOfficeTime("2027-01-18 07:00");
        await app.SendMailAsync(Ct);
        (await SentAsync(app)).ShouldBe(3);
    }

    [Theory, BothDatabases]
    public async Task Is_printed_or_told_to_who_has_no_address(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var reader = new Person(new PersonFacts("Anna", "Test", null, CorrespondenceLanguage.Nl, Gender.NotStated, null, null));
        await app.SaveAsync(reader, Facts.To(reader.Id, MessageKind.SeatConfirmed, app.Clock.GetUtcNow()));
        await app.SendMailAsync(Ct);
        var planner = await app.ClientForAsync("planner");

        var page = await planner.PageAsync("/fr/undelivered-messages/letters");
        page.QuerySelector("main section [lang=nl]")!.TextContent.ShouldContain("Eerste hulp");
        using var told = await planner.SubmitAsync("/fr/undelivered-messages/letters", page.Form("main form"));

        (await planner.PageAsync("/fr/undelivered-messages/letters")).QuerySelector("main .empty").ShouldNotBeNull();
        (await SentAsync(app)).ShouldBe(1);
    }

    private static Task<int> SentAsync(TrainingApp app) => app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.SentAt != null, Ct));

    private static async Task<MimeMessage> PostedAsync(MimeMessage letter)
    {
        using var posted = new MemoryStream();
        await letter.WriteToAsync(posted, Ct);
        posted.Position = 0;
        return await MimeMessage.LoadAsync(posted, Ct);
    }

    private static string Words(string text) => string.Join(' ', text.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
}
