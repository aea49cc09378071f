using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Live;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool.Live;

/// <summary>
/// Prints the events of a stream: for people one line per sign on standard output and the guess in grey on a terminal; with <c>--json</c>
/// every event.
/// </summary>
internal sealed class LivePrinter(Terminal terminal, bool json)
{
    private const string EraseLine = "\r\u001b[2K";

    private readonly bool showsGuess = !json && terminal.Error.Profile.Out.IsTerminal;

    public void Print(LiveEvent happened)
    {
        if (json)
        {
            terminal.Answers.WriteLine(JsonSerializer.Serialize(LiveLine.From(happened), StrictJson.Line));
            terminal.Answers.Flush();
            return;
        }

        ShowGuess(happened is Guess guess ? $"{GlossInfo.DisplayOf(guess.Gloss)} {ConfidenceText.Format(guess.Confidence)}?" : "");
        if (Answer(happened) is { } text)
        {
            terminal.Out.MarkupLine($"[grey]{ClockText.FormatTenths(happened.Time)}[/]  {text}");
        }
    }

    private static string? Answer(LiveEvent happened) => happened switch
    {
        Recognized word => ResultText.Format(word.Result),
        Unsure unsure => ResultText.Format(unsure.Result),
        _ => null,
    };

    private void ShowGuess(string text)
    {
        if (showsGuess)
        {
            TextWriter writer = terminal.Error.Profile.Out.Writer;
            writer.Write(text.Length == 0 ? EraseLine : $"{EraseLine}\u001b[90m{TerminalText.Escape(text)}\u001b[0m");
            writer.Flush();
        }
    }
}
