using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using AngleSharp.Html.Dom;
using Training.Tests.Infrastructure;

namespace Training.Benchmarks;

/// <summary>What everybody together waited for each kind of page, and what went wrong.</summary>
internal sealed class LoadLog
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();
    private readonly ConcurrentBag<string> _refusals = [];
    private readonly ConcurrentBag<string> _errors = [];

    /// <summary>What the product rightly said no to: a colleague's mark of the same minute, a seat that was taken meanwhile.</summary>
    public IReadOnlyCollection<string> Refusals => _refusals;

    public IReadOnlyCollection<string> Errors => _errors;

    public IEnumerable<(string Page, IReadOnlyCollection<double> Times)> Pages => _times.OrderBy(page => page.Key).Select(page => (page.Key, (IReadOnlyCollection<double>)[.. page.Value]));

    public void Note(string page, double milliseconds) => _times.GetOrAdd(page, _ => []).Add(milliseconds);

    public void NoteRefusal(string what) => _refusals.Add(what);

    public void NoteError(string what) => _errors.Add(what);
}

/// <summary>A page that shows a form again and says why.</summary>
internal sealed class LoadRefused(string message) : Exception(message);

/// <summary>One browser with its own sign-in. Each of its requests goes to the next node, as a proxy without memory would send it.</summary>
internal sealed class LoadVisitor : IDisposable
{
    private readonly HttpClient[] _nodes;
    private readonly LoadLog _log;
    private int _next;

    private LoadVisitor(IEnumerable<ProductServer> nodes, LoadLog log)
    {
        var cookies = new CookieContainer();
        (_nodes, _log) = ([.. nodes.Select(node => node.Browse(cookies))], log);
    }

    public static async Task<LoadVisitor> ComeAsync(IEnumerable<ProductServer> nodes, LoadLog log, string? persona, CancellationToken ct)
    {
        var visitor = new LoadVisitor(nodes, log);
        if (persona is not null)
            await ProductServer.SignInAsync(visitor.NextNode(), persona, ct);
        return visitor;
    }

    /// <summary>A page, which must be one.</summary>
    /// <param name="page">The kind of page under which the time is noted.</param>
    public async Task<IHtmlDocument> OpenAsync(string page, string address, CancellationToken ct)
    {
        using var response = await TimedAsync(page, HttpStatusCode.OK, node => node.GetAsync(new Uri(address, UriKind.Relative), ct));
        return await response.PageAsync();
    }

    /// <summary>A file or an answer for a machine.</summary>
    public async Task FetchAsync(string page, string address, CancellationToken ct) =>
        (await TimedAsync(page, HttpStatusCode.OK, node => node.GetAsync(new Uri(address, UriKind.Relative), ct))).Dispose();

    /// <summary>Sends a form, which must be accepted.</summary>
    /// <returns>Where the answer leads.</returns>
    public async Task<string> SendAsync(string page, string address, IHtmlFormElement form, params (string Name, string Value)[] filledIn)
    {
        using var response = await TimedAsync(page, HttpStatusCode.Found, node => node.SubmitAsync(address, form, filledIn));
        return response.Headers.Location!.OriginalString;
    }

    public void Dispose()
    {
        foreach (var node in _nodes)
            node.Dispose();
    }

    private async Task<HttpResponseMessage> TimedAsync(string page, HttpStatusCode expected, Func<HttpClient, Task<HttpResponseMessage>> ask)
    {
        var time = Stopwatch.StartNew();
        var response = await ask(NextNode());
        _log.Note(page, time.Elapsed.TotalMilliseconds);
        if (response.StatusCode == expected)
            return response;

        using (response)
        {
            if (response.StatusCode == HttpStatusCode.OK && (await response.PageAsync()).QuerySelector(".notice-refused") is { } said)
                throw new LoadRefused($"{page}: {said.TextContent.Trim()}");
            throw new BenchmarkFailed($"{page} gives {(int)response.StatusCode} instead of {(int)expected}");
        }
    }

    private HttpClient NextNode() => _nodes[_next++ % _nodes.Length];
}
