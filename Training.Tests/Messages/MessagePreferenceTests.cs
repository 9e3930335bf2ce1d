using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Shouldly;
using Training.Domain.Accounts;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>What readers choose to have at once, gathered or not at all, over a mail server on loopback. The tests begin on a Monday at nine.</summary>
public class MessagePreferenceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Are_kept_for_what_ones_roles_bring_and_leave_alone_what_is_owed(Engine engine)
    {
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine);
        var officer = await app.ClientForAsync("officer");
        (await ShownAsync(officer)).Keys.ShouldBe([MessageKind.AttendanceAtRisk, MessageKind.AttendanceAtRiskOfParticipant, MessageKind.GecoStatementReady]);
        (await ShownAsync(officer)).Values.ShouldAllBe(delivery => delivery == Delivery.AtOnce);

        using var kept = await officer.SubmitAsync("/fr/my-messages", ("wanted[GecoStatementReady]", "Weekly"), ("wanted[SessionCancelled]", "Never"));
        kept.StatusCode.ShouldBe(HttpStatusCode.Found);
        using var odd = await officer.SubmitAsync("/fr/my-messages", ("wanted[GecoStatementReady]", "Hourly"));
        odd.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await ShownAsync(officer))[MessageKind.GecoStatementReady].ShouldBe(Delivery.Weekly);
        (await app.ReadAsync(db => db.MessagePreferences.CountAsync(p => p.Kind == MessageKind.SessionCancelled, Ct))).ShouldBe(0);
        (await app.ReadAsync(db => db.ChangeRecords.CountAsync(r => r.Aggregate == "message-preference", Ct))).ShouldBe(3);
        (await ShownAsync(await app.ClientForAsync("participant"))).Keys.ShouldBe([MessageKind.AttendanceAtRisk]);
        (await (await app.ClientForAsync("administrator")).PageAsync("/nl/my-messages")).QuerySelector("main .empty").ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Gather_messages_into_one_mail_that_two_senders_send_once(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var anna = await AddReaderAsync(app, (MessageKind.RegisterStillOpen, Delivery.Daily), (MessageKind.GecoStatementReady, Delivery.Daily), (MessageKind.SeatConfirmed, Delivery.Daily));
        await TellAsync(app, anna, MessageKind.RegisterStillOpen, MessageKind.GecoStatementReady, MessageKind.AttendanceAtRisk, MessageKind.SeatConfirmed);

        await SendAsync(app);
        server.Letters.Select(letter => letter.Subject).ShouldBe(["Cours : attention à vos présences", "Votre place est confirmée : Cours"], ignoreOrder: true);
        app.Clock.SetOfficeTime("2026-11-24 07:59");
        await SendAsync(app);
        server.Letters.Count.ShouldBe(2, "it is not yet eight o'clock");

        app.Clock.SetOfficeTime("2026-11-24 08:00");
        await Task.WhenAll(SendAsync(app), SendAsync(app));
        await SendAsync(app);

        server.Letters.Count.ShouldBe(3);
        var digest = server.Letters.Last();
        var sent = await app.ReadAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.DigestId != null).ToListAsync(Ct));
        sent.Select(m => m.Kind).ShouldBe([MessageKind.RegisterStillOpen, MessageKind.GecoStatementReady], ignoreOrder: true);
        sent.ShouldAllBe(m => m.SentAt == app.Clock.GetUtcNow() && !m.MayBeTwice && digest.MessageId!.StartsWith($"{m.DigestId:N}@"));

        digest.Subject.ShouldBe("Vos messages regroupés (2)");
        var page = await new HtmlParser().ParseDocumentAsync(digest.HtmlBody.ShouldNotBeNull(), Ct);
        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["Registre à clôturer : S-1, 21 décembre 2026", "Relevé ACS à vérifier : Cours"]);
        Words(page.Body!.QuerySelectorAll("p")).ShouldBe(Words(digest.TextBody.ShouldNotBeNull().Replace("1. Registre à clôturer : S-1, 21 décembre 2026", "", StringComparison.Ordinal)
            .Replace("2. Relevé ACS à vérifier : Cours", "", StringComparison.Ordinal)));
        page.QuerySelectorAll("a").Count(link => link.TextContent.Contains("/fr/unsubscribe/", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, BothDatabases]
    public async Task Send_a_digest_that_may_have_arrived_again_as_it_was(Engine engine)
    {
        await using var server = new SmtpServer { BreaksOffAfterTaking = true };
        await using var app = await StartAsync(engine, server);
        var anna = await AddReaderAsync(app, (MessageKind.RegisterStillOpen, Delivery.Daily), (MessageKind.GecoStatementReady, Delivery.Daily));
        await TellAsync(app, anna, MessageKind.RegisterStillOpen, MessageKind.GecoStatementReady);
        app.Clock.SetOfficeTime("2026-11-24 10:00");
        await SendAsync(app);
        await TellAsync(app, anna, MessageKind.RegisterStillOpen);

        server.BreaksOffAfterTaking = false;
        app.Clock.SetOfficeTime("2026-11-25 08:00");
        await SendAsync(app);

        var letters = server.Letters.ToList();
        letters.Count.ShouldBe(3);
        letters[0].MessageId.ShouldBe(letters[1].MessageId);
        letters[0].TextBody!.Split("/unsubscribe/")[0].ShouldBe(letters[1].TextBody!.Split("/unsubscribe/")[0]);
        letters[2].Subject.ShouldBe("Registre à clôturer : S-1, 21 décembre 2026");
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.MayBeTwice && m.SentAt != null, Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Take_up_a_digest_that_a_sender_that_died_had_in_hand(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var anna = await AddReaderAsync(app, (MessageKind.RegisterStillOpen, Delivery.Daily), (MessageKind.GecoStatementReady, Delivery.Weekly));
        await TellAsync(app, anna, MessageKind.RegisterStillOpen, MessageKind.GecoStatementReady);
        app.Clock.SetOfficeTime("2026-11-30 08:00");
        var (digest, now) = (Guid.CreateVersion7(), app.Clock.GetUtcNow());
        await app.ReadAsync(db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedAt, now).SetProperty(m => m.DigestId, digest), Ct));

        app.Clock.Advance(TimeSpan.FromMinutes(9));
        await SendAsync(app);
        server.Letters.ShouldBeEmpty("another sender has it in hand");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await SendAsync(app);

        server.Letters.ShouldHaveSingleItem().MessageId.ShouldNotBeNull().ShouldStartWith($"{digest:N}@");
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.MayBeTwice && m.SentAt != null, Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Keep_what_is_not_wanted_unsent_and_show_it(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var anna = await AddReaderAsync(app, (MessageKind.RegisterStillOpen, Delivery.Never));
        await TellAsync(app, anna, MessageKind.RegisterStillOpen);

        await SendAsync(app);

        server.Letters.ShouldBeEmpty();
        var message = await app.ReadAsync(db => db.OutboxMessages.AsNoTracking().SingleAsync(Ct));
        (message.NotWantedAt, message.SentAt, message.Attempts).ShouldBe((app.Clock.GetUtcNow(), null, 0));
        var page = await (await app.ClientForAsync("planner")).PageAsync("/nl/undelivered-messages");
        page.QuerySelectorAll("main h2").ShouldHaveSingleItem().TextContent.ShouldBe("Bewaard en niet verstuurd: de ontvanger wil ze niet");
        page.QuerySelector("main ul")!.TextContent.ShouldContain("Anna Test");
    }

    [Theory, BothDatabases]
    public async Task Send_what_waits_as_soon_as_it_is_wanted_at_once(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var officer = await app.ClientForAsync("officer");
        var yasmina = await app.ReadAsync(db => db.People.SingleAsync(p => p.Email == "yasmina.ozturk16@asbl-01.example.org", Ct));
        using var weekly = await officer.SubmitAsync("/fr/my-messages", ("wanted[GecoStatementReady]", "Weekly"));
        await TellAsync(app, yasmina, MessageKind.GecoStatementReady);
        await SendAsync(app);
        server.Letters.ShouldBeEmpty();

        using var atOnce = await officer.SubmitAsync("/fr/my-messages", ("wanted[GecoStatementReady]", "AtOnce"));
        await SendAsync(app);

        server.Letters.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task Change_by_the_link_of_a_mail_in_one_click_and_back(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var anna = await AddReaderAsync(app, (MessageKind.RegisterStillOpen, Delivery.Daily));
        await TellAsync(app, anna, MessageKind.RegisterStillOpen);
        app.Clock.SetOfficeTime("2026-11-24 08:00");
        await SendAsync(app);

        var letter = server.Letters.ShouldHaveSingleItem();
        letter.Headers[HeaderId.ListUnsubscribePost].ShouldBe("List-Unsubscribe=One-Click");
        var address = AddressIn(letter);
        using var reader = app.Anonymous();
        (await reader.PageAsync(address)).QuerySelector("main li")!.TextContent.ShouldBe("Registre à clôturer");
        (await DeliveryAsync(app, anna)).ShouldBe(Delivery.Daily, "opening changes nothing");

        using var oneClick = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        using var stopped = await reader.PostAsync(new Uri(address, UriKind.Relative), oneClick, Ct);
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await DeliveryAsync(app, anna)).ShouldBe(Delivery.Never);
        await TellAsync(app, anna, MessageKind.RegisterStillOpen, MessageKind.SeatConfirmed);
        await SendAsync(app);
        server.Letters.Select(one => one.Subject).Last().ShouldBe("Votre place est confirmée : Cours");
        server.Letters.Count.ShouldBe(2);

        using var back = await reader.SubmitAsync(address, (await reader.PageAsync(address)).Form());
        (await back.PageAsync()).QuerySelector("main [role=status]")!.TextContent.ShouldContain("comme avant");
        (await DeliveryAsync(app, anna)).ShouldBe(Delivery.Daily);
        (await app.ReadAsync(db => db.ChangeRecords.Where(r => r.Aggregate == "message-preference" && r.Via == "link").Select(r => r.By).ToListAsync(Ct))).ShouldBe(["Anna Test", "Anna Test"]);
    }

    [Theory, BothDatabases]
    public async Task Belong_to_the_account_of_who_has_no_file(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        var (mia, other) = (new Account("Mia", person: null), new Account("Noor", person: null));
        await app.SaveAsync(mia, other);
        var facts = new AddresseeFacts("Mia", CorrespondenceLanguage.Nl, Report: "r5", Run: 12);
        await app.SaveAsync(
            facts.To(new Addressee(mia.Id, null, "Mia", "mia@example.org", CorrespondenceLanguage.Nl), MessageKind.ReportReady, app.Clock.GetUtcNow()));
        await SendAsync(app);
        using var nobody = new FormUrlEncodedContent([]);
        using var stopped = await app.Anonymous().PostAsync(new Uri(AddressIn(server.Letters.Single()), UriKind.Relative), nobody, Ct);
        stopped.StatusCode.ShouldBe(HttpStatusCode.OK);

        foreach (var one in new[] { mia, other })
            await app.SaveAsync(facts.To(new Addressee(one.Id, null, one.Name, "mia@example.org", CorrespondenceLanguage.Nl), MessageKind.ReportReady, app.Clock.GetUtcNow()));
        await app.SaveAsync(facts.ToAddress("mia@example.org", MessageKind.ReportReady, app.Clock.GetUtcNow()));
        await SendAsync(app);

        server.Letters.Count.ShouldBe(3, "a shared address is not one reader");
        (await app.ReadAsync(db => db.OutboxMessages.SingleAsync(m => m.NotWantedAt != null, Ct))).AccountId.ShouldBe(mia.Id);
        server.Letters.Count(letter => letter.Headers.Contains(HeaderId.ListUnsubscribe)).ShouldBe(2, "an address that is nobody's has no choice to make");
    }

    [Theory, BothDatabases]
    public async Task Say_what_to_do_when_a_link_is_wrong_or_its_mail_is_gone(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        var signed = await app.DoAsync<StopLinks, string>(links => Task.FromResult(links.TokenFor(Guid.CreateVersion7())));
        using var reader = app.Anonymous();
        foreach (var (token, status) in new[] { ("wrong", HttpStatusCode.NotFound), (signed, HttpStatusCode.Gone) })
        {
            using var answer = await reader.GetAsync(new Uri($"/nl/unsubscribe/{token}", UriKind.Relative), Ct);

            answer.StatusCode.ShouldBe(status);
            (await answer.PageAsync()).QuerySelector("main .notice")!.TextContent.ShouldContain("als u zich aanmeldt, kiest u zonder link");
        }
    }

    private static async Task<TrainingApp> StartAsync(Engine engine, SmtpServer server)
    {
        var app = await TrainingApp.StartWithSampleSchoolAsync(engine, server.Serve);

        // What the sample school has written before is nobody's business here.
        await app.ReadAsync(db => db.OutboxMessages.ExecuteDeleteAsync(Ct));
        return app;
    }

    private static async Task<Person> AddReaderAsync(TrainingApp app, params (MessageKind Kind, Delivery Delivery)[] wanted)
    {
        var person = new Person(new PersonFacts("Anna", "Test", "anna@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        await app.SaveAsync(person);
        foreach (var (kind, delivery) in wanted)
        {
            var preference = new MessagePreference(new MessageReader(person.Id, null), kind);
            preference.Choose(delivery, app.Clock.GetUtcNow());
            await app.SaveAsync(preference);
        }

        return person;
    }

    private static Task TellAsync(TrainingApp app, Person person, params MessageKind[] kinds)
    {
        var facts = new EnrolmentFacts("S-1", "Cours", "Opleiding", new(2026, 12, 21), new(2026, 12, 22), Until: new(2026, 11, 30));
        return app.SaveAsync([.. kinds.Select((kind, index) => facts.To(person.Id, kind, app.Clock.GetUtcNow().AddSeconds(index)))]);
    }

    private static Task SendAsync(TrainingApp app) => app.Services.DoAsync((SendMessages send) => send.HandleAsync(Ct));

    private static async Task<Dictionary<MessageKind, Delivery>> ShownAsync(HttpClient client) =>
        (await client.PageAsync("/fr/my-messages")).QuerySelectorAll<IHtmlSelectElement>("main select").ToDictionary(select => Enum.Parse<MessageKind>(select.Id!), select => Enum.Parse<Delivery>(select.Value!));

    private static Task<Delivery> DeliveryAsync(TrainingApp app, Person person) => app.ReadAsync(db => db.MessagePreferences.Where(p => p.PersonId == person.Id).Select(p => p.Delivery).SingleAsync(Ct));

    private static string AddressIn(MimeMessage letter) => new Uri(letter.Headers[HeaderId.ListUnsubscribe]!.Trim('<', '>')).AbsolutePath;

    private static string Words(IEnumerable<IElement> paragraphs) => Words(string.Concat(paragraphs.Select(p => p.TextContent + "\n")));

    private static string Words(string text) => string.Join(' ', text.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
}
