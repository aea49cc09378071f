using Hasta.Landmarks.Text;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Metrics;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Prints the figures of a report.</summary>
internal static class EvaluationTable
{
    private const int MaxConfusions = 5;

    public static void Print(Terminal terminal, EvaluationReport report)
    {
        if (report.Header.Synthetic)
        {
            terminal.Out.MarkupLine(
                "[yellow]Synthetic clips: these figures show that the pipeline works, not how accurate it is on real signing.[/]");
        }

        terminal.Out.MarkupLineInterpolated($"[bold]{report.Header.Part}[/] clips of {report.Header.Data}; {report.Header.Protocol}");
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("", "Clips", "Top-1", "95% interval");
        table.AddRow("[bold]All[/]", $"{report.Clips}", $"[bold]{report.Top1:P1}[/]", $"{report.Low:P1} to {report.High:P1}");
        if (report.Mirrored is { } mirrored)
        {
            table.AddRow("Mirrored", $"{report.Clips}", $"{mirrored.Top1:P1}", $"{mirrored.Low:P1} to {mirrored.High:P1}");
        }

        foreach ((string signer, SignerScore score) in report.PerSigner)
        {
            table.AddRow(TerminalText.ToMarkup(signer), $"{score.Clips}", $"{score.Top1:P1}", $"{score.Low:P1} to {score.High:P1}");
        }

        terminal.Out.Write(table);
        string top5 = $"{report.Top5:P1} ({report.Top5Interval.Low:P1} to {report.Top5Interval.High:P1})";
        string macroF1 = $"{report.MacroF1:P1} ({report.MacroF1Interval.Low:P1} to {report.MacroF1Interval.High:P1})";
        string model = $"{report.Header.Model}, {report.Header.Parameters} parameters";
        terminal.Out.MarkupLineInterpolated(
            $"Top-5 {top5}, macro-F1 {macroF1}, calibration error {report.Reliability.Ece:P1}; {model}");
        PrintNotes(terminal, report);
    }

    private static void PrintNotes(Terminal terminal, EvaluationReport report)
    {
        if (report.IncludeLabels is { } labels)
        {
            string note = $"an audit (not verified by us) reports that {labels.Clips} of these clips are mislabelled";
            terminal.Out.MarkupLineInterpolated(
                $"By INCLUDE's original labels {Format(labels.Original)}, by the corrected labels {Format(labels.Corrected)}: {note}");
        }

        if (report.OutOfVocabulary > 0)
        {
            string clips = CountText.Of(report.OutOfVocabulary, "clip has", "clips have");
            string others = $"(top-1 of the others {report.Top1InVocabulary:P1})";
            terminal.Out.MarkupLineInterpolated(
                $"[yellow]{clips} a gloss outside the vocabulary, which counts as not recognized[/] {others}");
        }

        if (report.Unsure is { } unsure)
        {
            terminal.Out.MarkupLineInterpolated($"Unsure: {unsure.Rate:P1}; top-1 when sure: {unsure.Top1WhenSure:P1}");
        }

        foreach (Confusion confusion in report.Confusions.Take(MaxConfusions))
        {
            terminal.Out.MarkupLineInterpolated($"  {confusion.Gloss} recognized as {confusion.Predicted}: {confusion.Clips}");
        }
    }

    private static string Format(LabelScore score) => $"{score.Top1:P1} ({score.Low:P1} to {score.High:P1})";
}
