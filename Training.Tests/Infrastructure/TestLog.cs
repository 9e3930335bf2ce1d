using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Training.Tests.Infrastructure;

/// <summary>Everything that an application logged, for tests of what may not be logged and for whoever reads a failed test.</summary>
public sealed class TestLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyCollection<string> Lines => [.. _lines.Select(line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

    public void WriteTroubleToTestOutput()
    {
        foreach (var (_, text) in _lines.Where(line => line.Level >= LogLevel.Warning))
            TestContext.Current.TestOutputHelper?.WriteLine(text);
    }

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<(LogLevel, string)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Enqueue((logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}"));
        }
    }
}
