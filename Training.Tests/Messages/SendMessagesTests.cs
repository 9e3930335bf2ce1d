using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Training.Web.Messages;
using Xunit;

namespace Training.Tests.Messages;

/// <summary>The outbox, emptied over a mail server on loopback.</summary>
public class SendMessagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Hands_each_message_over_once_in_the_language_of_who_reads_it(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr);
        await WriteAsync(app, "Bert", CorrespondenceLanguage.Nl);

        await Task.WhenAll(SendAsync(app), SendAsync(app));

        server.Letters.Count.ShouldBe(2);
        var letters = server.Letters.ToDictionary(letter => letter.To.Mailboxes.Single().Address, StringComparer.OrdinalIgnoreCase);
        letters["anna@example.org"].Subject.ShouldBe("Jusqu'au 30 novembre 2026 : Cours");
        letters["bert@example.org"].Subject.ShouldBe("Tot en met 30 november 2026: Opleiding");
        letters["bert@example.org"].TextBody.ShouldNotBeNull().ShouldContain("trek u dan ten laatste op 30 november 2026 terug");
        (await app.ReadAsync(db => db.OutboxMessages.CountAsync(m => m.SentAt != null && !m.MayBeTwice, Ct))).ShouldBe(2);
    }

    [Theory, BothDatabases]
    public async Task Tries_again_after_growing_pauses_and_then_lets_a_person_look(Engine engine)
    {
        await using var server = new SmtpServer { RefusesRecipients = true };
        await using var app = await StartAsync(engine, server);
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr);

        var pauses = new List<double>();
        for (var message = await SendAsync(app); message.DeadAt is null; message = await SendAsync(app))
        {
            (await SendAsync(app)).Attempts.ShouldBe(message.Attempts, "the pause is not over");
            pauses.Add((message.NextAttemptAt!.Value - app.Clock.GetUtcNow()).TotalMinutes);
            app.Clock.SetUtcNow(message.NextAttemptAt!.Value);
        }

        pauses.ShouldBe([1, 5, 15, 60, 240, 720, 1440]);
        var dead = await MessageAsync(app);
        (dead.Attempts, dead.LastError, dead.SentAt).ShouldBe((8, "SMTP 550", null));
        app.Clock.Advance(TimeSpan.FromDays(3));
        (await SendAsync(app)).Attempts.ShouldBe(8);
        server.Letters.ShouldBeEmpty();

        server.RefusesRecipients = false;
        var planner = await app.ClientForAsync("planner");
        var page = await planner.PageAsync("/fr/undelivered-messages");
        page.QuerySelector("main table")!.TextContent.ShouldContain("Anna");
        using var asked = await planner.SubmitAsync("/fr/undelivered-messages", page.Form("main form"));
        (await SendAsync(app)).SentAt.ShouldNotBeNull();
        server.Letters.ShouldHaveSingleItem();
        (await planner.PageAsync("/fr/undelivered-messages")).QuerySelector("main .empty").ShouldNotBeNull();
    }

    [Theory, BothDatabases]
    public async Task Outlives_a_server_that_is_down_for_an_hour(Engine engine)
    {
        var down = TestProvider.FreePort();
        await using var app = await TrainingApp.StartWithSampleSchoolAsync(engine, builder => SendingOver.Port(down, builder));
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr);
        await SendAsync(app);
        app.Clock.Advance(TimeSpan.FromHours(1));

        (await SendAsync(app)).ShouldSatisfyAllConditions(
            message => message.SentAt.ShouldBeNull(), message => message.DeadAt.ShouldBeNull(), message => message.MayBeTwice.ShouldBeFalse(), message => message.Attempts.ShouldBe(2));
    }

    [Theory, BothDatabases]
    public async Task Marks_a_letter_that_may_have_arrived_twice_and_sends_it_under_the_same_id(Engine engine)
    {
        await using var server = new SmtpServer { BreaksOffAfterTaking = true };
        await using var app = await StartAsync(engine, server);
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr);

        (await SendAsync(app)).ShouldSatisfyAllConditions(message => message.SentAt.ShouldBeNull(), message => message.MayBeTwice.ShouldBeTrue());
        server.BreaksOffAfterTaking = false;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        (await SendAsync(app)).SentAt.ShouldNotBeNull();

        server.Letters.Count.ShouldBe(2);
        server.Letters.Select(letter => letter.MessageId).Distinct().ShouldHaveSingleItem();
        (await (await app.ClientForAsync("planner")).PageAsync("/nl/undelivered-messages")).QuerySelector("main")!.TextContent.ShouldContain("Mogelijk twee keer verstuurd");
    }

    [Theory, BothDatabases]
    public async Task Takes_up_what_a_sender_that_died_had_in_hand(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr);
        var now = app.Clock.GetUtcNow();
        await app.ReadAsync(db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.ClaimedAt, now), Ct));

        app.Clock.Advance(TimeSpan.FromMinutes(9));
        (await SendAsync(app)).SentAt.ShouldBeNull("another sender has it in hand");
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        (await SendAsync(app)).ShouldSatisfyAllConditions(message => message.SentAt.ShouldNotBeNull(), message => message.MayBeTwice.ShouldBeTrue());
        server.Letters.ShouldHaveSingleItem();
    }

    [Theory, BothDatabases]
    public async Task Puts_who_has_no_address_on_the_page_at_once(Engine engine)
    {
        await using var server = new SmtpServer();
        await using var app = await StartAsync(engine, server);
        await WriteAsync(app, "Anna", CorrespondenceLanguage.Fr, address: null);

        (await SendAsync(app)).ShouldSatisfyAllConditions(message => message.DeadAt.ShouldNotBeNull(), message => message.Attempts.ShouldBe(1));

        (await (await app.ClientForAsync("planner")).PageAsync("/fr/undelivered-messages")).QuerySelector("main table")!.TextContent.ShouldContain("pas d'adresse");
    }

    private static Task<TrainingApp> StartAsync(Engine engine, SmtpServer server) => TrainingApp.StartWithSampleSchoolAsync(engine, server.Serve);

    private static async Task WriteAsync(TrainingApp app, string name, CorrespondenceLanguage language, string? address = "@example.org")
    {
        // What the sample school has written before is nobody's business here.
        await app.ReadAsync(db => db.OutboxMessages.Where(m => m.Kind != MessageKind.CancellationReminder).ExecuteDeleteAsync(Ct));
        var person = new Person(new PersonFacts(name, "Test", address is null ? null : $"{name}{address}", language, Gender.NotStated, null, null));
        var facts = new EnrolmentFacts("S-1", "Cours", "Opleiding", new(2026, 12, 21), new(2026, 12, 22), Until: new(2026, 11, 30));
        await app.SaveAsync(person, facts.To(person.Id, MessageKind.CancellationReminder, app.Clock.GetUtcNow()));
    }

    private static async Task<OutboxMessage> SendAsync(TrainingApp app)
    {
        await app.Services.DoAsync((SendMessages send) => send.HandleAsync(Ct));
        return await MessageAsync(app);
    }

    private static Task<OutboxMessage> MessageAsync(TrainingApp app) => app.ReadAsync(db => db.OutboxMessages.AsNoTracking().OrderBy(m => m.Id).FirstAsync(Ct));
}
