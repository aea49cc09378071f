using Hasta.Tool.Commands;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Tests;

/// <summary>The result of a command line of the tool, executed in this process.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static async Task<CliRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(Console(output), Console(error), output);
        int code = await Hasta.Tool.ExitCode.RunAsync(ToolCommand.Create(terminal).Parse(arguments), terminal);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Executes a command line that must succeed and returns its standard output.</summary>
    public static async Task<string> RunSuccessfullyAsync(params string[] arguments)
    {
        CliRun run = await RunAsync(arguments);
        Assert.True(
            run.ExitCode == Hasta.Tool.ExitCode.Done,
            $"hasta {string.Join(' ', arguments)} ended with {run.ExitCode}: {run.Error}");
        return run.Out;
    }

    public static IAnsiConsole Console(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = 400;
        return console;
    }
}
