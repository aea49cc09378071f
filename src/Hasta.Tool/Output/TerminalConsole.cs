using System.Runtime.CompilerServices;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hasta.Tool.Output;

/// <summary>A console on which names from files and servers cannot write control codes or extra lines.</summary>
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

    /// <summary>Writes one line. Interpolated values are escaped, including line breaks.</summary>
    public void MarkupLineInterpolated(FormattableString text)
    {
        object?[] safe =
        [
            .. text.GetArguments().Select(argument =>
                argument is null or IFormattable ? argument : TerminalText.Escape(argument.ToString() ?? "")),
        ];
        AnsiConsoleExtensions.MarkupLineInterpolated(console, FormattableStringFactory.Create(text.Format, safe));
    }

    /// <summary>Writes one line, even if the text contains line breaks.</summary>
    public void WriteLine(string text) => AnsiConsoleExtensions.WriteLine(console, TerminalText.Escape(text));
}
