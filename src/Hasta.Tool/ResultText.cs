using Hasta.Recognition;
using Hasta.Tool.Enrollment;
using Hasta.Tool.Output;

namespace Hasta.Tool;

/// <summary>Formats an answer for people.</summary>
internal static class ResultText
{
    /// <returns>Markup; a clip without a sign has no gloss.</returns>
    public static string Format(SignResult recognition)
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
