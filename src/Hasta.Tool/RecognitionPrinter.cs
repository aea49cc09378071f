using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Tool;

/// <summary>
/// Prints results as text for people or, with <c>--json</c>, as lines for programs. Notes about a clip go to standard error.
/// </summary>
internal sealed class RecognitionPrinter(Terminal terminal, bool json)
{
    public void Print(string clip, SignResult result)
    {
        ClipNotes.Print(terminal, clip, result);
        if (json)
        {
            terminal.Answers.WriteLine(JsonSerializer.Serialize(RecognitionLine.From(clip, result), StrictJson.Line));
        }
        else
        {
            terminal.Out.MarkupLine($"{TerminalText.ToMarkup(clip)}: {ResultText.Format(result)}");
        }
    }
}
