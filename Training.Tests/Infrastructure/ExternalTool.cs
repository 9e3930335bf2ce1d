using System.ComponentModel;
using System.Diagnostics;

namespace Training.Tests.Infrastructure;

/// <summary>Runs a program that Debian brings, such as qpdf or pdftotext.</summary>
public static class ExternalTool
{
    /// <summary>What it wrote. A tool that is missing or that complains by its exit code fails the test.</summary>
    public static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException(
                $"{tool} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await errors}{await output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{start.FileName} is missing. ./dev test installs what the tests need.", missing);
        }
    }
}
