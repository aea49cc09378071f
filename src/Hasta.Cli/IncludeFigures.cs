using Hasta.Include;
using Hasta.Landmarks;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>INCLUDE's protocols side by side: a figure of the official lists never stands alone.</summary>
internal static class IncludeFigures
{
    private const string NotMeasured = "not measured here";

    /// <param name="terminal">Where to.</param>
    /// <param name="runs">Holds a run a protocol, named as <see cref="IncludeSplitFiles.NameOf"/> says.</param>
    /// <param name="splits">Holds a data folder a protocol, named the same.</param>
    /// <exception cref="HastaException">A run or data folder that is there cannot be read.</exception>
    public static void Print(Terminal terminal, string runs, string splits)
    {
        Table table = new Table().Border(TableBorder.Rounded).AddColumns("Protocol", "Test clips", "Top-1", "95% interval", "Top-5", "Macro-F1", "Top-1 by original labels", "by corrected ones");
        foreach (IncludeProtocol protocol in Enum.GetValues<IncludeProtocol>())
        {
            string name = IncludeSplitFiles.NameOf(protocol);
            string run = Path.Combine(runs, name);
            table.AddRow([name, .. Directory.Exists(run) ? Cells(EvaluateRunner.Run(terminal, new EvaluationRequest { Run = run, Data = Path.Combine(splits, name) }).Report) : [NotMeasured]]);
        }

        terminal.Out.Write(table);
        terminal.Out.MarkupLine("official: takes of one person stand in training and test. session-disjoint: no recording session does; the person may.");
        terminal.Out.MarkupLine("corrected: as an audit reports, not verified by us (docs/include.md).");
    }

    private static string[] Cells(EvaluationReport report) =>

    [
        $"{report.Clips}", $"{report.Top1:P1}", $"{report.Low:P1} to {report.High:P1}", $"{report.Top5:P1}", $"{report.MacroF1:P1}",
        $"{report.IncludeLabels?.Original.Top1 ?? report.Top1:P1}", $"{report.IncludeLabels?.Corrected.Top1 ?? report.Top1:P1}",
    ];
}
