using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Training.Benchmarks;

/// <summary>The product in a process of its own: sample school, SQLite in a temporary folder, a free port of loopback.</summary>
internal sealed class ProductServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();
    private readonly Uri _address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private ProductServer()
    {
        var project = Path.Combine(Root(), "Training.Web");
        var start = new ProcessStartInfo("dotnet", [ProgramIn(project)]) { WorkingDirectory = project, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Urls"] = _address.AbsoluteUri;
        start.Environment["Database__Provider"] = "Sqlite";
        start.Environment["ConnectionStrings__Training"] = $"Data Source={_folder.PathOf("training.db")}";
        start.Environment["Mail__Pickup"] = _folder.PathOf("mail");
        _process = Process.Start(start)!;
        (_output, _error) = (_process.StandardOutput.ReadToEndAsync(), _process.StandardError.ReadToEndAsync());
    }

    public static async Task<ProductServer> StartAsync(CancellationToken ct)
    {
        var server = new ProductServer();
        try
        {
            await server.UntilReadyAsync(ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public Uri AddressOf(string path) => new(_address, path);

    public async ValueTask DisposeAsync()
    {
        ExternalTool.Stop(_process);
        await Task.WhenAll(_output, _error);
        _process.Dispose();
        _folder.Dispose();
    }

    private async Task UntilReadyAsync(CancellationToken ct)
    {
        using var client = new HttpClient();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var waiting = Stopwatch.StartNew();
        while (await timer.WaitForNextTickAsync(ct))
        {
            if (_process.HasExited)
                throw new BenchmarkFailed($"The product does not start:\n{await _output}{await _error}");
            if (await IsReadyAsync(client, ct))
                return;
            if (waiting.Elapsed > Patience)
                throw new BenchmarkFailed($"The product is not ready after {Patience.TotalMinutes} minutes.");
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken ct)
    {
        try
        {
            using var response = await client.GetAsync(AddressOf("/health/ready"), ct);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // Built in the same configuration as this program: …/bin/CONFIGURATION/FRAMEWORK/.
    private static string ProgramIn(string project)
    {
        var here = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(project, "bin", here.Parent!.Name, here.Name, "Training.Web.dll");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Training.sln")))
                return folder.FullName;
        }

        throw new BenchmarkFailed("Training.sln is not in any folder above this program.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
