using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Prints the results of a cross-validation, one row per signer.</summary>
internal static class CrossValidationTable
{
    public static void Print(Terminal terminal, CrossValidationResult result)
    {
        Table table = new Table()
            .Border(TableBorder.Rounded)
            .Title($"{result.Protocol}")
            .AddColumns("Left-out signer", "Clips", "Top-1", "Mirrored", "Seeds");
        if (result.NearestNeighbourTop1 is not null)
        {
            table.AddColumn("Nearest neighbour");
        }

        foreach (var signer in result.Folds.GroupBy(fold => fold.Signer))
        {
            string[] cells =
            [
                TerminalText.ToMarkup(signer.Key),
                $"{signer.First().Clips}",
                $"{signer.Average(fold => fold.Top1):P1}",
                $"{signer.Average(fold => fold.MirroredTop1):P1}",
                string.Join(" · ", signer.Select(fold => $"{fold.Top1:P1}")),
            ];
            table.AddRow(result.NearestNeighbourTop1 is null ? cells : [.. cells, $"{signer.First().NearestNeighbourTop1:P1}"]);
        }

        terminal.Out.Write(table);
        string seeds = string.Join(", ", result.Top1BySeed.Select(seed => $"{seed:P1}"));
        string details = $"worst signer {result.WorstSigner:P1}, mirrored {result.MirroredTop1:P1}; "
            + $"{result.Parameters} parameters, {result.Folds.Average(fold => fold.Seconds):0} s per fold";
        terminal.Out.MarkupLineInterpolated($"Mean [bold]{result.Top1:P1}[/] (seeds {seeds}), {details}");
    }
}
