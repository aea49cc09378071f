using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.TestKit;
using Hasta.Tool.Output;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hasta.Tool.Tests;

/// <summary>Names come from untrusted files: none may move the cursor, forge a line or reverse the text direction.</summary>
public sealed class HostileTextTests : IDisposable
{
    private readonly TempFolder folder = new();

    [Fact]
    public async Task A_file_name_in_an_error_is_escaped()
    {
        CliRun run = await CliRun.RunAsync("recognize", folder.At(HostileText.Raw + ".mp4"));

        HostileText.AssertHarmless(run.Error);
        Assert.Equal(2, run.ExitCode);
    }

    [Fact]
    public async Task A_rejected_argument_is_escaped()
    {
        CliRun run = await CliRun.RunAsync("prepare", "--max-height", "\u001b[2J\u009b31m\u202e");

        Assert.Contains("\\u001b[2J\\u009b31m\\u202e", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Error);
    }

    [Fact]
    public async Task Progress_and_log_escape_names()
    {
        (Terminal terminal, _, StringWriter error) = Make();
        await ProgressBar.RunAsync(terminal, "Preparing", progress =>
        {
            progress.Report(new WorkProgress(1, 1, HostileText.Raw));
            return Task.FromResult(0);
        });
        HostileText.AssertHarmless(error.ToString());

        (terminal, _, error) = Make();
        using ILoggerFactory loggers = Logs.ToTerminal(terminal);
        loggers.CreateLogger<HostileTextTests>().LogWarning("{Name} is damaged", HostileText.Raw);
        HostileText.AssertHarmless(error.ToString());
    }

    [Fact]
    public void A_log_file_has_one_line_per_message()
    {
        (Terminal terminal, _, _) = Make();
        using (ILoggerFactory loggers = Logs.ToFile(terminal, folder.Path, TimeProvider.System))
        {
            loggers.CreateLogger<HostileTextTests>().LogInformation("{Name} is damaged", HostileText.Raw);
        }

        HostileText.AssertHarmless(File.ReadAllText(Assert.Single(Directory.GetFiles(folder.Path, "*.log"))));
    }

    [Fact]
    public async Task A_progress_bar_escapes_names_and_keeps_its_own_escape_codes()
    {
        using var error = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Ansi = AnsiSupport.Yes, Interactive = InteractionSupport.Yes, Out = new Screen(error) });
        var terminal = new Terminal(console, console, error);

        await ProgressBar.RunAsync(terminal, "Preparing", progress =>
        {
            progress.Report(new WorkProgress(1, 1, "\u001b[2J\u202e"));
            return Task.FromResult(0);
        });

        Assert.Contains("\\u001b[2J\\u202e", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[2J", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("\u001b[", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_output_keeps_the_text_without_raw_control_characters()
    {
        (Terminal terminal, StringWriter output, _) = Make();

        terminal.Answers.WriteLine(JsonSerializer.Serialize(new { gloss = HostileText.Raw + "\u007f" }, StrictJson.Line));

        Assert.DoesNotContain(output.ToString().TrimEnd('\n'), character => char.IsControl(character) || character is '\u202e' or '\u2028');
        Assert.Equal(HostileText.Raw + "\u007f", JsonDocument.Parse(output.ToString()).RootElement.GetProperty("gloss").GetString());
    }

    public void Dispose() => folder.Dispose();

    private static (Terminal Terminal, StringWriter Out, StringWriter Error) Make()
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        return (new Terminal(CliRun.Console(output), CliRun.Console(error), output), output, error);
    }

    private sealed class Screen(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => 200;

        public int Height => 50;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
