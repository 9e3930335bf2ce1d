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
    public static async Task ShouldPassAxeAsync(this IPage page) => (await page.ViolationsAsync()).ShouldBeEmpty();

    /// <summary>What <see cref="ShouldPassAxeAsync"/> would complain of, to see the faults of many pages at once.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(this IPage page)
    {
        var found = (await page.RunAxe(WcagAndLandmarks)).Violations.Select(Describe).ToList();
        if (string.IsNullOrWhiteSpace(await page.TitleAsync()))
            found.Add("no title");
        foreach (var (one, what) in new[] { ("html[lang]", "language"), ("h1", "h1"), ("main", "main landmark") })
        {
            if (await page.Locator(one).CountAsync() != 1)
                found.Add($"not one {what}");
        }

        if (!await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
            found.Add("scrolls sideways");
        return [.. found.Select(fault => $"{page.Url} {fault}")];
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
