using System.Diagnostics;

namespace Training.Benchmarks;

/// <summary>A program of the operating system that a benchmark stands on.</summary>
internal static class ExternalTool
{
    /// <summary>Says at once what is missing, not after everything else has been made ready.</summary>
    public static void EnsureHere(string tool)
    {
        if (PathOf(tool) is null)
            throw new BenchmarkFailed($"This benchmark needs {tool}, which is not here. On Debian: apt-get install {tool}");
    }

    /// <summary>Where it is, or nothing.</summary>
    public static string? PathOf(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    /// <summary>Gives what the tool wrote; fails when the tool is not content.</summary>
    public static async Task<string> RunAsync(string tool, IEnumerable<string> arguments, string input, CancellationToken ct)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var (output, error) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
            await process.StandardInput.WriteAsync(input.AsMemory(), ct);
            process.StandardInput.Close();
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0 || (await error).Length > 0)
                throw new BenchmarkFailed($"{tool} failed: {await error}");

            return await output;
        }
        finally
        {
            Stop(process);
        }
    }

    public static void Stop(Process process)
    {
        if (process.HasExited)
            return;

        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
