using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shouldly;
using Training.Tests.Infrastructure;

namespace Training.Benchmarks;

/// <summary>
/// A busy school: fifty people at once, each with the next click as soon as the answer is there, through two processes of the product on one PostgreSQL. Employers enrol,
/// approve and withdraw again, so that half an hour leaves the school as it was but for its history.
/// </summary>
internal static class MixedLoad
{
    public const int Minutes = 30;

    private const string Empty = "empty";
    private const string Catalogue = "catalogue";

    private static readonly (int Count, Func<Crowd, int, CancellationToken, Task> Act)[] Mix =
        [(28, BrowseAsync), (8, EnrolAsync), (8, MarkAsync), (4, ReportAsync), (2, AskNothingAsync)];

    /// <summary>Until then code is compiled and caches fill: what memory is compared with.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);

    private sealed record Crowd(IReadOnlyList<ProductServer> Nodes, LoadLog Log, IReadOnlyList<(string Course, string Session)> Sessions);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(TimeSpan duration, CancellationToken ct)
    {
        await using var database = await PostgresRace.StartAsync(ct);
        await using var one = await StartAsync(database, ct);
        await using var other = await StartAsync(database, ct);
        ProductServer[] nodes = [one, other];
        var sessions = await SessionsAsync(one, ct);
        var atRest = Memory();
        await ActAsync(new Crowd(nodes, new LoadLog(), sessions), WarmUp, ct);
        var (warm, log) = (Memory(), new LoadLog());
        await ActAsync(new Crowd(nodes, log, sessions), duration, ct);

        var medians = log.Pages.ToDictionary(page => page.Page, page => Times.Median(page.Times));
        return
        [
            .. log.Pages.Select(page => new Figure($"load-{page.Page}-p99", Times.Percentile(page.Times, 0.99), "ms")
            {
                Facts = new Dictionary<string, object> { ["requests"] = page.Times.Count, ["median ms"] = Math.Round(medians[page.Page], 1) },
            }),
            new("load-catalogue", medians[Catalogue], "ms", medians[Empty]),
            new("load-requests", log.Pages.Sum(page => page.Times.Count) / duration.TotalSeconds, "requests/s"),
            new("load-memory", Memory(), "MB", warm) { Facts = new Dictionary<string, object> { ["at rest"] = Math.Round(atRest) } },
            new("load-refused", log.Refusals.Count, "refusals"),
            new("load-errors", log.Errors.Count, "errors") { Facts = log.Errors.CountBy(error => error).ToDictionary(error => error.Key, error => (object)error.Value) },
        ];

        double Memory() => nodes.Sum(node => node.MemoryMegabytes);
    }

    // The first one loads the sample school.
    private static Task<ProductServer> StartAsync(PostgresRace database, CancellationToken ct) => ProductServer.StartOnAsync(
        database.Provider, database.ConnectionString, ct, ("RateLimits__SignIn", "1000"), ("RateLimits__Search", "1000000"));

    private static async Task<IReadOnlyList<(string Course, string Session)>> SessionsAsync(ProductServer node, CancellationToken ct)
    {
        using var http = new HttpClient();
        using var courses = JsonDocument.Parse(await http.GetStringAsync(node.AddressOf("/api/v1/courses"), ct));
        return [.. courses.RootElement.GetProperty("courses").EnumerateArray().SelectMany(course => course.GetProperty("sessions").EnumerateArray()
            .Select(session => (course.GetProperty("code").GetString()!, session.GetProperty("code").GetString()!)))];
    }

    private static async Task ActAsync(Crowd crowd, TimeSpan duration, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        over.CancelAfter(duration);
        await Task.WhenAll(Mix.SelectMany(part => Enumerable.Range(0, part.Count).Select(number => Task.Run(() => part.Act(crowd, number, over.Token), ct))));
        ct.ThrowIfCancellationRequested();
    }

    // Whoever meets an error begins again.
    private static async Task RepeatAsync(Crowd crowd, Func<int, Task> once, CancellationToken over)
    {
        for (var round = 0; !over.IsCancellationRequested; round++)
        {
            try
            {
                await once(round);
            }
            catch (LoadRefused refused)
            {
                crowd.Log.NoteRefusal(refused.Message);
            }
            catch (Exception failure) when (failure is BenchmarkFailed or HttpRequestException or ShouldAssertException)
            {
                crowd.Log.NoteError(failure.Message.Split('\n')[0]);
            }
            catch (OperationCanceledException) when (over.IsCancellationRequested)
            {
            }
        }
    }

    private static async Task BrowseAsync(Crowd crowd, int number, CancellationToken over)
    {
        using var visitor = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, null, over);
        await RepeatAsync(crowd, async round =>
        {
            var language = (number + round) % 2 == 0 ? "fr" : "nl";
            var (course, session) = crowd.Sessions[(number + (7 * round)) % crowd.Sessions.Count];
            await visitor.OpenAsync(Catalogue, $"/{language}/catalogue", over);
            await visitor.OpenAsync("search", $"/{language}/catalogue?q={Uri.EscapeDataString(course)}", over);
            await visitor.OpenAsync("course", $"/{language}/courses/{course}", over);
            await visitor.OpenAsync("session", $"/{language}/sessions/{session}", over);
            await visitor.FetchAsync("api", "/api/v1/courses", over);
        }, over);
    }

    // Each for a colleague of their own.
    private static async Task EnrolAsync(Crowd crowd, int number, CancellationToken over)
    {
        using var officer = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, "officer", over);
        using var approver = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, "approver", over);
        await RepeatAsync(crowd, async round =>
        {
            var session = crowd.Sessions[(number + (5 * round)) % crowd.Sessions.Count].Session;
            var address = $"/fr/sessions/{session}/enrol";
            var page = await officer.OpenAsync("enrol", address, over);
            if (page.QuerySelectorAll<IHtmlInputElement>("input[name=person]").ElementAtOrDefault(number) is not { IsDisabled: false, Value: { } person })
                return;

            var result = await officer.OpenAsync("enrolled", await officer.SendAsync("enrol-send", address, page.Form(), ("person", person), ("button", "enrol")), over);
            var enrolment = result.QuerySelector<IHtmlAnchorElement>("main a[href*='/enrolments/']")!.GetAttribute("href")!;
            var waiting = $"/fr/approvals?session={session}";
            var requests = await approver.OpenAsync("approvals", waiting, over);
            await approver.SendAsync("approve-send", waiting, requests.Form("main form[action$='/approvals']"), ("enrolment", enrolment.Split('/')[^1]), ("decision", "approve"));
            var seat = await officer.OpenAsync("enrolment", enrolment, over);
            await officer.SendAsync("withdraw-send", enrolment, seat.Form("main form[action$='/withdraw']"));
        }, over);
    }

    // Each for a participant of their own, who arrives at another minute every time.
    private static async Task MarkAsync(Crowd crowd, int number, CancellationToken over)
    {
        using var trainer = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, "trainer", over);
        IReadOnlyList<string> open = [];
        await RepeatAsync(crowd, async round =>
        {
            var list = await trainer.OpenAsync("registers", "/fr/registers", over);
            if (open.Count == 0)
                open = await OpenRegistersAsync(trainer, list, over);
            var address = open[(number + round) % open.Count];
            var register = await trainer.OpenAsync("register", address, over);
            var row = number % register.QuerySelectorAll("#people > li").Length;
            await trainer.SendAsync(
                "mark-send", address, register.Form("#register"), ($"rows[{row}].Choice", "present"),
                ($"rows[{row}].Arrived", new TimeOnly(9, 16).AddMinutes(round % 60).ToString("HH:mm", CultureInfo.InvariantCulture)), ("button", "save"));
        }, over);
    }

    private static async Task<IReadOnlyList<string>> OpenRegistersAsync(LoadVisitor trainer, IHtmlDocument list, CancellationToken over)
    {
        var open = new List<string>();
        foreach (var address in list.QuerySelectorAll("main a[href*='/registers/']").Select(link => link.GetAttribute("href")!).Distinct())
        {
            if ((await trainer.OpenAsync("register", address, over)).QuerySelector("#register:not([hidden])") is not null)
                open.Add(address);
        }

        return open;
    }

    private static async Task ReportAsync(Crowd crowd, int number, CancellationToken over)
    {
        using var manager = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, "manager", over);
        await RepeatAsync(crowd, async round =>
        {
            await manager.OpenAsync("report", "/fr/reports/training-hours", over);
            var format = (number + round) % 2 == 0 ? "xlsx" : "pdf";
            await manager.FetchAsync($"report-{format}", $"/fr/reports/training-hours.{format}", over);
        }, over);
    }

    private static async Task AskNothingAsync(Crowd crowd, int number, CancellationToken over)
    {
        using var visitor = await LoadVisitor.ComeAsync(crowd.Nodes, crowd.Log, null, over);
        await RepeatAsync(crowd, _ => visitor.FetchAsync(Empty, "/health/live", over), over);
    }
}
