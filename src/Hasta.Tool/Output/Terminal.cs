using Spectre.Console;

namespace Hasta.Tool.Output;

/// <summary>The standard streams: results go to <see cref="Out"/>, logs and progress to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    public Terminal(IAnsiConsole output, IAnsiConsole error, TextWriter answers)
    {
        Out = new TerminalConsole(output);
        Error = new TerminalConsole(error);
        Answers = new EscapingWriter(answers);
        Messages = new EscapingWriter(error.Profile.Out.Writer);
    }

    public static Terminal Standard { get; } = new(
        Create(Console.Out),
        Create(Console.Error),
        Console.Out);

    /// <summary>Tables and text for people.</summary>
    public TerminalConsole Out { get; }

    /// <summary>The log, warnings and the progress bar.</summary>
    public TerminalConsole Error { get; }

    /// <summary>Raw lines for programs (<c>--json</c>): never wrapped, never coloured.</summary>
    public TextWriter Answers { get; }

    /// <summary>Messages of the command-line parser about wrong arguments.</summary>
    public TextWriter Messages { get; }

    public void WriteError(string message) => Error.MarkupLineInterpolated($"[red]hasta:[/] {message}");

    private static IAnsiConsole Create(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (!console.Profile.Out.IsTerminal)
        {
            // A pipe or a file has no width to wrap at.
            console.Profile.Width = 400;
        }

        return console;
    }
}
