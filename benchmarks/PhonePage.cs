using System.Globalization;
using Microsoft.Playwright;
using Training.Domain.Attendance;

namespace Training.Benchmarks;

/// <summary>What the register of a full room takes of a phone's memory, against the register of one person.</summary>
internal static class PhonePage
{
    private const string Chromium = "chromium-headless-shell";
    private const int Room = 60;
    private const int Megabyte = 1024 * 1024;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(CancellationToken ct)
    {
        ExternalTool.EnsureHere(Chromium);
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("phone.db");
        var school = new SchoolFile(file);
        await new TaughtYear(school, 10).FillAsync(ct);
        var (_, one, _) = await Registers.OpenHalfDayAsync(school, 1, ct);
        var (_, full, _) = await Registers.OpenHalfDayAsync(school, Room, ct);
        SchoolFile.Close();

        await using var server = await ProductServer.StartOnAsync("Sqlite", $"Data Source={file}", ct, ("Samples__Skip", "true"));
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ExternalTool.PathOf(Chromium), Args = ["--no-sandbox", "--disable-gpu"] });
        var (alone, room) = (await HeapAsync(chromium, server, one, 1), await HeapAsync(chromium, server, full, Room));
        return
        [
            new("phone-heap", room.Heap, "MB", alone.Heap) { Facts = new Dictionary<string, object> { ["people"] = Room, ["elements"] = room.Elements, ["elementsForOne"] = alone.Elements } },
        ];
    }

    // After everybody was marked, and after what is no longer used has been collected.
    private static async Task<(double Heap, double Elements)> HeapAsync(IBrowser chromium, ProductServer server, HalfDayRegisterId register, int people)
    {
        await using var phone = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true, Locale = "fr-BE" });
        var form = phone.APIRequest.CreateFormData();
        form.Set("persona", "planner");
        await phone.APIRequest.PostAsync(server.AddressOf("/demo/sign-in").ToString(), new() { Form = form });
        var page = await phone.NewPageAsync();
        await page.GotoAsync(server.AddressOf($"/fr/registers/{register.Value}").ToString());
        await page.Locator("[value=all-present]").TapAsync();
        await page.WaitForFunctionAsync("wanted => document.querySelectorAll('#people input[type=radio]:checked').length === wanted", people);

        var tools = await phone.NewCDPSessionAsync(page);
        await tools.SendAsync("Performance.enable");
        await tools.SendAsync("HeapProfiler.collectGarbage");
        var metrics = (await tools.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray()
            .ToDictionary(metric => metric.GetProperty("name").GetString()!, metric => metric.GetProperty("value").GetDouble(), StringComparer.Ordinal);
        if (metrics["Nodes"] < people)
            throw new BenchmarkFailed(string.Create(CultureInfo.InvariantCulture, $"The page shows {metrics["Nodes"]} elements for {people} people."));

        return (metrics["JSHeapUsedSize"] / Megabyte, metrics["Nodes"]);
    }
}
