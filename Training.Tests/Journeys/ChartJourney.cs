using System.Text.Json;
using Microsoft.Playwright;
using Shouldly;
using Training.Tests.Infrastructure;
using Xunit;

namespace Training.Tests.Journeys;

/// <summary>The chart of a report's page, with its table behind it, at every width and in the dark.</summary>
public sealed class ChartJourney(Browser browser) : Journey(browser)
{
    private const string Address = "/fr/reports/training-hours?from=2026-01-01&to=2026-12-31";

    // Dots that are not clear.
    private const string InkOf = "canvas => canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data.filter((value, index) => index % 4 === 3 && value > 0).length";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task Shows_the_figures_of_the_table_behind_it(int width, ColorScheme colours)
    {
        var app = await ServeAsync(Engine.Sqlite);
        var page = await OpenAsAsync(app, "manager");
        await page.SetViewportSizeAsync(width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = colours });

        await page.GotoAsync(Address);
        var figure = page.Locator("figure[data-chart]");

        (await figure.Locator("canvas").EvaluateAsync<int>(InkOf)).ShouldBeGreaterThan(2_000);
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        using var chart = JsonDocument.Parse((await figure.GetAttributeAsync("data-chart"))!);
        var labels = chart.RootElement.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!).ToList();
        var shown = chart.RootElement.GetProperty("series")[0].GetProperty("shown").EnumerateArray().Select(value => value.GetString()!).ToList();
        labels.ShouldNotBeEmpty();
        var spoken = (await page.GetByRole(AriaRole.Img).GetAttributeAsync("aria-label"))!;
        foreach (var (label, hours) in labels.Zip(shown))
        {
            spoken.ShouldContain(label);
            (await page.Locator("figure[data-chart] + .table-wrap tbody tr").Filter(new() { Has = page.Locator("th[scope=row]", new() { HasText = label }) }).First.InnerTextAsync()).ShouldContain(hours);
        }

        await page.ShouldPassAxeAsync();
        await figure.EvaluateAsync("figure => figure.previousElementSibling.scrollIntoView()");
        await PictureAsync(page, $"hours-{width}", isWhole: false);
    }

    [Fact]
    public async Task Is_drawn_again_when_the_page_goes_dark()
    {
        var app = await ServeAsync(Engine.Sqlite);
        var page = await OpenAsAsync(app, "manager");
        await page.GotoAsync(Address);
        var before = await page.Locator("figure canvas").EvaluateAsync<string>("canvas => canvas.toDataURL()");

        await page.EvaluateAsync("() => { document.documentElement.dataset.bsTheme = 'dark'; }");

        await page.WaitForFunctionAsync("before => document.querySelector('figure canvas').toDataURL() !== before", before);
    }
}
