using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace Hasta.Tool.Output;

/// <summary>
/// Writes one line per message, then the stack trace, if any. Logs may be shown in a terminal, so control characters are escaped.
/// </summary>
internal sealed class LogLineFormatter : ITextFormatter
{
    private readonly MessageTemplateTextFormatter line =
        new("{Timestamp:O} {Level:u3} {SourceContext}: {Message:lj}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        line.Format(logEvent, text);
        output.WriteLine(TerminalText.Escape(text.ToString()));
        if (logEvent.Exception is { } error)
        {
            output.WriteLine(TerminalText.Escape(error.ToString(), kept: Environment.NewLine));
        }
    }
}
