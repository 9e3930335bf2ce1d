using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Reports.Words;
using Training.Tests.Infrastructure;
using Training.Web.Features.Shared;
using Training.Web.Hosting;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>Every letter, posted and read back.</summary>
public class LetterTests
{
    private static readonly EnrolmentFacts Facts = new(
        "S-1", "Premiers secours", "Eerste hulp", new(2027, 1, 18), new(2027, 1, 19), "Salle inondée", "GSOB-2027-000001", 200m, new(2027, 1, 11), "Bert Peeters", Guid.CreateVersion7());

    // To whoever may see reports, with a file or without.
    private static readonly MessageKind[] AboutReports = [MessageKind.ReportReady, MessageKind.ReportStopped];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_the_same_as_text_and_as_a_page_in_the_readers_language_for_every_event()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var (writer, texts) = (app.Services.GetRequiredService<MessageWriter>(), new Texts());
        foreach (var kind in Enum.GetValues<MessageKind>().Except(AboutReports))
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

                letter.Headers.Contains(HeaderId.ListUnsubscribe).ShouldBe(kind.IsService, about);
                letter.TextBody.Contains("/unsubscribe/", StringComparison.Ordinal).ShouldBe(kind.IsService, about);
                letter.TextBody.Contains(texts.In(code, "Message_Owed"), StringComparison.Ordinal).ShouldBe(!kind.IsService, about);
            }
        }
    }

    [Fact]
    public async Task Names_a_report_and_where_it_stands_in_the_readers_language_or_in_both()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var (writer, texts, site) = (app.Services.GetRequiredService<MessageWriter>(), new Texts(), app.Services.GetRequiredService<SchoolOptions>().PublicAddress.TrimEnd('/'));
        foreach (var (kind, place) in new[] { (AboutReports[0], "reports/runs/12"), (AboutReports[1], "reports/subscriptions") })
        {
            foreach (var (language, codes) in new (CorrespondenceLanguage?, string[])[] { (CorrespondenceLanguage.Fr, ["fr"]), (CorrespondenceLanguage.Nl, ["nl"]), (null, ["fr", "nl"]) })
            {
                var facts = new AddresseeFacts("Mia", language, Report: "r5", Run: kind == MessageKind.ReportReady ? 12 : null);
                var letter = await PostedAsync(writer.WriteToAddress(facts.ToAddress("mia@example.org", kind, app.Clock.GetUtcNow())));

                letter.Subject.ShouldBe(string.Join(" / ", codes.Select(code => texts.In(code, $"Message_{kind}_Subject").Replace("{Report}", Wording.In(code)["Report_Title_r5"], StringComparison.Ordinal))));
                foreach (var code in codes)
                    letter.TextBody.ShouldNotBeNull().ShouldContain($"{site}/{code}/{place}");
                letter.TextBody.ShouldNotBeNull().ShouldNotContain("{");
            }
        }
    }

    [Fact]
    public async Task Tells_a_deadline_to_an_address_in_both_languages_where_none_is_known()
    {
        await using var app = await TrainingApp.StartAsync(Engine.Sqlite);
        var writer = app.Services.GetRequiredService<MessageWriter>();
        var facts = new AddresseeFacts("Mia", null, About: new("COHESION", "Cohésion sociale", "Sociale cohesie", null, null, Until: new(2027, 3, 31)));

        var letter = await PostedAsync(writer.WriteToAddress(facts.ToAddress("mia@example.org", MessageKind.FundingDeadlineNear, app.Clock.GetUtcNow())));

        letter.Subject.ShouldBe("Échéance le 31 mars 2027 : Cohésion sociale / Vervaldag op 31 maart 2027: Sociale cohesie");
        letter.TextBody.ShouldNotBeNull().ShouldNotContain("{");
        letter.TextBody.ShouldContain("31 maart 2027 is de uiterste datum voor Sociale cohesie (COHESION)");
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
