using System.Runtime.CompilerServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hasta.Tool.Output;

/// <summary>A console to which names from files and servers cannot write control codes or lines of their own.</summary>
internal sealed class TerminalConsole : IAnsiConsole
{
    private readonly IAnsiConsole console;

    public TerminalConsole(IAnsiConsole console)
    {
        this.console = console;
        console.Pipeline.Attach(new EscapingHook());
    }

    public Profile Profile => console.Profile;

    public IAnsiConsoleCursor Cursor => console.Cursor;

    public IAnsiConsoleInput Input => console.Input;

    public IExclusivityMode ExclusivityMode => console.ExclusivityMode;

    public RenderPipeline Pipeline => console.Pipeline;

    public void Clear(bool home) => console.Clear(home);

    public void Write(IRenderable renderable) => console.Write(renderable);

    public void WriteAnsi(Action<AnsiWriter> action) => console.WriteAnsi(action);

    /// <summary>One line: what is filled in is escaped, line breaks too.</summary>
    public void MarkupLineInterpolated(FormattableString text)
    {
        object?[] safe = [.. text.GetArguments().Select(argument => argument is null or IFormattable ? argument : TerminalText.Escape(argument.ToString() ?? ""))];
        AnsiConsoleExtensions.MarkupLineInterpolated(console, FormattableStringFactory.Create(text.Format, safe));
    }

    /// <summary>One line, whatever the text holds.</summary>
    public void WriteLine(string text) => AnsiConsoleExtensions.WriteLine(console, TerminalText.Escape(text));
}
