using Hasta.Include;
using Hasta.Landmarks;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Prints INCLUDE's protocols side by side, so that results of the official lists are never shown alone.</summary>
internal static class IncludeFigures
{
    private const string NotMeasured = "not measured here";

    /// <param name="terminal">Where to print.</param>
    /// <param name="runs">A folder with one run per protocol, named by <see cref="IncludeSplitFiles.NameOf"/>.</param>
    /// <param name="splits">A folder with one data folder per protocol, with the same names.</param>
    /// <exception cref="HastaException">A run or data folder exists but cannot be read.</exception>
    public static void Print(Terminal terminal, string runs, string splits)
    {
        Table table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("Protocol", "Test clips", "Top-1", "95% interval", "Top-5", "Macro-F1")
            .AddColumns("Top-1 by original labels", "by corrected labels");
        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            string name = IncludeSplitFiles.NameOf(protocol);
            string run = Path.Combine(runs, name);
            var request = new EvaluationRequest { Run = run, Data = Path.Combine(splits, name) };
            table.AddRow([name, .. Directory.Exists(run) ? Cells(EvaluateRunner.Run(terminal, request).Report) : [NotMeasured]]);
        }

        terminal.Out.Write(table);
        terminal.Out.MarkupLine(
            "official: takes of one person are in training and test. session-disjoint: sessions are not shared; people may be.");
        terminal.Out.MarkupLine("corrected: as reported by an audit, not verified by us (docs/include.md).");
    }

    private static string[] Cells(EvaluationReport report) =>
    [
        $"{report.Clips}", $"{report.Top1:P1}", $"{report.Low:P1} to {report.High:P1}", $"{report.Top5:P1}", $"{report.MacroF1:P1}",
        $"{report.IncludeLabels?.Original.Top1 ?? report.Top1:P1}", $"{report.IncludeLabels?.Corrected.Top1 ?? report.Top1:P1}",
    ];
}
