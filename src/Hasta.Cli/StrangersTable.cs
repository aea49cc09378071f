using Hasta.Tool.Output;
using Hasta.Training.Evaluation.Strangers;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>The figures of the strangers benchmark: a table per half and per language status.</summary>
internal static class StrangersTable
{
    private const int ShownConfusions = 3;

    public static void Print(Terminal terminal, SourceTable table, IReadOnlyList<SourceFold> folds)
    {
        Dictionary<string, StrangerSource> sources = table.Sources.ToDictionary(source => source.Name);
        SourceFold[] tested = [.. folds.Where(fold => fold.Known.Any())];
        foreach (var half in tested.GroupBy(fold => sources[fold.Source].Half).OrderBy(half => half.Key))
        {
            // Calibrated on the other half where that was measured too.
            SourceFold[] others = [.. tested.Where(fold => sources[fold.Source].Half != half.Key && sources[fold.Source].IsConfirmed)];
            double temperature = StrangersReport.FitTemperature(others.Length > 0 ? others : [.. half]);
            foreach (var group in half.GroupBy(fold => sources[fold.Source].IsConfirmed).OrderByDescending(group => group.Key))
            {
                string language = group.Key ? "ISL confirmed" : "language unconfirmed";
                Print(terminal, $"{half.Key} half, {language}", StrangersReport.From([.. group], temperature));
            }
        }
    }

    private static void Print(Terminal terminal, string title, StrangersReport report)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(TerminalText.ToMarkup(title));
        table.AddColumns("Source", "Clips", "Words", "Top-1", "Top-5", "Mirrored", "Most frequent confusions");
        foreach (SourceScore source in report.Sources)
        {
            table.AddRow(
                TerminalText.ToMarkup(source.Source),
                $"{source.Clips}",
                $"{source.Glosses}",
                $"{source.Top1:P1}",
                $"{source.Top5:P1}",
                $"{source.Mirrored:P1}",
                TerminalText.ToMarkup(string.Join(", ", source.Confusions.Take(ShownConfusions))));
        }

        terminal.Out.Write(table);
        double worst = report.Sources[0].Top1;
        terminal.Out.MarkupLineInterpolated(
            $"Top-1: mean over sources [bold]{report.Mean:P1}[/], worst quartile [bold]{report.WorstQuartile:P1}[/], worst {worst:P1}.");
        terminal.Out.MarkupLineInterpolated($"Top-5 {report.Top5:P1}, mirrored {report.Mirrored:P1}, ECE {report.Ece:P1}.");
        terminal.Out.MarkupLineInterpolated($"Answered at 95% precision: {report.CoverageAtPrecision:P1}.");
        if (report.Auroc is { } auroc)
        {
            terminal.Out.MarkupLineInterpolated($"AUROC of known against unknown words {auroc:0.000}.");
        }
    }
}
