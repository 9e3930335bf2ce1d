using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Faults;

/// <summary>A mail server that is down, and comes back after an hour.</summary>
public class MailServerDownTests
{
    private const int Letters = 20;

    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, BothDatabases]
    public async Task Gets_every_letter_once_when_it_is_back(Engine engine)
    {
        await using var database = await TestDatabase.NewAsync(engine);
        await using var services = TestSchool.ServicesOn(database, TimeProvider.System);
        await database.WithSchedulerAsync();
        foreach (var number in Enumerable.Range(1, Letters))
        {
            var reader = new Person(new PersonFacts("Anna", "Test", $"anna{number}@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
            await services.SaveAsync(reader, new EnrolmentFacts("S-1", "Cours", "Opleiding", new(2026, 12, 21), new(2026, 12, 22)).To(reader.Id, MessageKind.SeatConfirmed, Now));
        }

        var port = TestProvider.FreePort();
        await using var product = await RunningProduct.StartOnAsync(
            database, Ct, ("Mail__Host", "127.0.0.1"), ("Mail__Port", port.ToString(CultureInfo.InvariantCulture)), ("Mail__Security", "None"), ("Mail__QuietFrom", "00:00"), ("Mail__QuietUntil", "00:00"));
        await Eventually.Async(() => services.ReadAsync(db => db.OutboxMessages.AllAsync(m => m.Attempts == 1 && m.ClaimedAt == null && m.SentAt == null && m.DeadAt == null, Ct)), Ct);

        // Instead of waiting for the hour.
        await using var server = new SmtpServer(port);
        await services.ReadAsync(db => db.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(m => m.NextAttemptAt, Now), Ct));
        await Eventually.Async(() => services.ReadAsync(db => db.OutboxMessages.AllAsync(m => m.SentAt != null, Ct)), Ct);

        server.Letters.Select(letter => letter.To.Mailboxes.Single().Address).ShouldBe(Enumerable.Range(1, Letters).Select(number => $"anna{number}@example.org"), ignoreOrder: true);
        (await services.ReadAsync(db => db.OutboxMessages.AnyAsync(m => m.MayBeTwice, Ct))).ShouldBeFalse();
    }
}
