using System.Net;
using Shouldly;
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
}
