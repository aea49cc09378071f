using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hasta.Tool.Output;

/// <summary>Writes the library's warnings (with --verbose, its whole log) to standard error, above the progress bar.</summary>
internal sealed class TerminalLoggerProvider(Terminal terminal, LogLevel minimum) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new TerminalLogger(terminal, minimum);

    public void Dispose()
    {
    }

    private sealed class TerminalLogger(Terminal terminal, LogLevel minimum) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                string colour = logLevel >= LogLevel.Error ? "red" : logLevel == LogLevel.Warning ? "yellow" : "grey";
                terminal.Error.MarkupLine($"[{colour}]{TerminalText.ToMarkup(formatter(state, exception))}[/]");
            }
        }
    }
}
