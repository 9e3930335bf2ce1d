using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Training.Tests.Infrastructure;

public static class Accessibility
{
    private static readonly AxeRunOptions WcagAndLandmarks = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    /// <summary>
    /// Holds a page against WCAG 2.2 AA as far as a machine can: axe's rules, a title, a language, one h1, the landmarks, and no
    /// scrolling sideways.
    /// </summary>
    public static async Task ShouldPassAxeAsync(this IPage page)
    {
        (await page.TitleAsync()).ShouldNotBeNullOrWhiteSpace(page.Url);
        (await page.Locator("html[lang]").CountAsync()).ShouldBe(1, $"{page.Url} should say its language");
        (await page.Locator("h1").CountAsync()).ShouldBe(1, $"{page.Url} should have one h1");
        (await page.Locator("main").CountAsync()).ShouldBe(1, $"{page.Url} should have one main landmark");
        (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            .ShouldBeTrue($"{page.Url} should not scroll sideways");

        var result = await page.RunAxe(WcagAndLandmarks);
        result.Violations.Select(Describe).ShouldBeEmpty(page.Url);
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
