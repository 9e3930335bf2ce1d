using System.Net;
using Shouldly;
using Training.Domain.Messages;
using Training.Domain.People;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Web;

public class HealthTests
{
    [Theory, BothDatabases]
    public async Task Is_live(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);

        var response = await app.Anonymous().GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, BothDatabases]
    public async Task Tells_database_scheduler_mail_and_disk_apart(Engine engine)
    {
        await using var app = await TrainingApp.StartAsync(engine);
        await StartedAsync(app);
        (await ReadyAsync(app)).ShouldBe("""{"status":"Healthy","checks":{"database":"Healthy","scheduler":"Healthy","mail":"Healthy","disk":"Healthy"}}""");

        var reader = new Person(new PersonFacts("Anna", "Test", "anna@example.org", CorrespondenceLanguage.Fr, Gender.NotStated, null, null));
        var message = new EnrolmentFacts("S-1", "Cours", "Opleiding", null, null).To(reader.Id, MessageKind.SeatConfirmed, app.Clock.GetUtcNow());
        foreach (var _ in Enumerable.Range(0, 3))
            message.MarkFailed("SMTP 450", app.Clock.GetUtcNow());
        await app.SaveAsync(reader, message);

        (await ReadyAsync(app)).ShouldBe("""{"status":"Degraded","checks":{"database":"Healthy","scheduler":"Healthy","mail":"Degraded","disk":"Healthy"}}""");
    }

    // The scheduler starts in its own time, after the site.
    private static async Task StartedAsync(TrainingApp app)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!(await ReadyAsync(app)).Contains("\"scheduler\":\"Healthy\"", StringComparison.Ordinal))
            await timer.WaitForNextTickAsync(patience.Token);
    }

    private static async Task<string> ReadyAsync(TrainingApp app) =>
        await app.Anonymous().GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken);
}
