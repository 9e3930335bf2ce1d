using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Training.Tests.Infrastructure;

/// <summary>
/// What a person lives through in a real browser. Whatever the browser complains of (an error in a script, something that the
/// content-security policy refused, a file that is not there) fails the test; when a test fails, every page is kept as a picture in
/// <c>artifacts/</c>.
/// </summary>
public abstract class Journey(Browser browser) : IAsyncLifetime
{
    private readonly List<TrainingApp> _apps = [];
    private readonly List<IPage> _pages = [];
    private readonly ConcurrentQueue<string> _complaints = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (TestContext.Current.TestState?.Result == TestResult.Failed)
            await TakePicturesAsync();

        foreach (var page in _pages)
            await page.Context.DisposeAsync();
        foreach (var app in _apps)
            await app.DisposeAsync();

        _complaints.Where(complaint => !IsExpected(complaint)).ShouldBeEmpty();
    }

    /// <summary>What the browser says when a journey takes something away from it on purpose, such as the network.</summary>
    protected virtual bool IsExpected(string complaint) => false;

    /// <summary>Keeps a picture in <c>artifacts/pages/</c> to be looked at: of the whole page, or of what the screen shows.</summary>
    protected static Task<byte[]> PictureAsync(IPage page, string name, bool isWhole = true) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(Directory.CreateDirectory(Repository.PathOf("artifacts", "pages")).FullName, $"{name}.png"),
        FullPage = isWhole,
    });

    /// <summary>The product with the sample school, listening on a port for this test alone.</summary>
    protected async Task<TrainingApp> ServeAsync(Engine engine, Action<IWebHostBuilder>? adjust = null)
    {
        var app = await TrainingApp.ServeSampleSchoolAsync(engine, adjust);
        _apps.Add(app);
        return app;
    }

    /// <summary>A browser of one's own, in which nobody has signed in.</summary>
    protected async Task<IPage> OpenAsync(TrainingApp app, Screen screen = Screen.Desktop, string language = "fr")
    {
        var context = await browser.NewContextAsync(app.Address, screen, language);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => _complaints.Enqueue($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => _complaints.Enqueue($"{page.Url}: {request.Method} {request.Url} failed: {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Enqueue($"{page.Url}: {message.Text} {message.Location}");
        };
        _pages.Add(page);
        return page;
    }

    /// <summary>A browser of a persona who has signed in.</summary>
    protected async Task<IPage> OpenAsAsync(TrainingApp app, string persona, Screen screen = Screen.Desktop, string language = "fr")
    {
        var page = await OpenAsync(app, screen, language);
        var form = page.APIRequest.CreateFormData();
        form.Set("persona", persona);
        var response = await page.APIRequest.PostAsync("/demo/sign-in", new() { Form = form, MaxRedirects = 0 });
        response.Status.ShouldBeInRange(300, 399, $"Signing in as {persona} should lead on to a page.");
        return page;
    }

    private async Task TakePicturesAsync()
    {
        var folder = Directory.CreateDirectory(Repository.PathOf("artifacts", "failed-journeys")).FullName;
        var test = string.Concat(TestContext.Current.Test!.TestDisplayName.Split(Path.GetInvalidFileNameChars()));
        foreach (var (number, page) in _pages.Index().Where(opened => !opened.Item.IsClosed))
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{test}-{number + 1}.png"), FullPage = true });
    }
}
