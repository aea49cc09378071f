using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Tool.Enrollment;
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
            terminal.Out.MarkupLine($"{TerminalText.ToMarkup(clip)}: {Text(result)}");
        }
    }

    /// <summary>Formats a result; a clip without a sign has no gloss.</summary>
    private static string Text(SignResult recognition)
    {
        if (recognition.Reason is { Kind: not UnsureKind.LowConfidence } reason)
        {
            return $"[yellow]unsure[/]: {TerminalText.ToMarkup(reason.Text)}";
        }

        string others = string.Join(", ", recognition.Candidates.Skip(1).Select(Format));
        string answer = recognition.Unsure ? "[yellow]unsure[/], perhaps " : "";
        string similar = recognition.Similar.Count > 0
            ? $"; easily confused with {TerminalText.ToMarkup(string.Join(", ", recognition.Similar.Select(GlossInfo.DisplayOf)))}"
            : "";
        string gloss = TerminalText.ToMarkup(GlossInfo.DisplayOf(recognition.Gloss));
        string confidence = ConfidenceText.Format(recognition.Confidence);
        string kind = KindText.Format(recognition.Kind);
        return $"{answer}[bold]{gloss}[/] {confidence}{kind}  [grey]({TerminalText.ToMarkup(others)})[/]{similar}";
    }

    private static string Format(Candidate candidate) =>
        $"{GlossInfo.DisplayOf(candidate.Gloss)} {ConfidenceText.Format(candidate.Confidence)}";
}
