using Microsoft.Extensions.Logging;
using Serilog;

namespace Hasta.Tool.Output;

/// <summary>Configures the library's log: warnings go to the terminal, everything to a time-stamped file of a run.</summary>
internal static class Logs
{
    public static ILoggerFactory ToTerminal(Terminal terminal, bool verbose = false) =>
        LoggerFactory.Create(logging => AddTerminal(logging, terminal, verbose));

    /// <summary>Also writes <c>folder/20261123-204500.log</c> (UTC).</summary>
    public static ILoggerFactory ToFile(Terminal terminal, string folder, TimeProvider clock)
    {
        string path = Path.Combine(folder, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}.log");
        Serilog.Core.Logger file = new LoggerConfiguration()
            .WriteTo.File(new LogLineFormatter(), path)
            .CreateLogger();
        return LoggerFactory.Create(logging =>
        {
            AddTerminal(logging, terminal, verbose: false);
            logging.AddSerilog(file, dispose: true);
        });
    }

    private static void AddTerminal(ILoggingBuilder logging, Terminal terminal, bool verbose) =>
        logging.AddProvider(new TerminalLoggerProvider(terminal, verbose ? LogLevel.Information : LogLevel.Warning));
}
