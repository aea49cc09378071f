using System.Globalization;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Streams;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>
/// Live recognition of left-out clips in streams, one row per kind and frame rate, below recognition of the same clips one by one.
/// </summary>
internal static class RecordedStreamsTable
{
    public static void Print(Terminal terminal, CrossValidationResult result)
    {
        (string Signer, RecordedResult Streams)[] folds =
            [.. result.Folds.Where(fold => fold.Streams is not null).Select(fold => (fold.Signer, fold.Streams!))];
        if (folds.Length == 0)
        {
            return;
        }

        Table table = new Table().Border(TableBorder.Rounded).Title(
            "left-out clips recognized live: laid end to end (cut), and with movements and rests in between (joined)");
        table.AddColumns("Stream", "Right", "Wrong", "No word", "Further words", "Worst signer");
        table.AddRow(
            "whole clips",
            Percent(folds.Average(fold => Share(fold.Streams.Right, fold.Streams.Clips))),
            Percent(folds.Average(fold => Share(fold.Streams.Wrong, fold.Streams.Clips))),
            Percent(folds.Average(fold => 1 - Share(fold.Streams.Right + fold.Streams.Wrong, fold.Streams.Clips))),
            "",
            WorstOf(folds.Select(fold => (fold.Signer, Share(fold.Streams.Right, fold.Streams.Clips)))));
        AddRows(table, "cut", folds, trial => trial.Cut);
        AddRows(table, "joined", folds, trial => trial.Joined);
        terminal.Out.Write(table);
    }

    private static void AddRows(
        Table table, string kind, (string Signer, RecordedResult Streams)[] folds, Func<RecordedTrial, StreamScore> scoreOf)
    {
        foreach (var rate in folds.SelectMany(fold => fold.Streams.Trials.Select(trial => (fold.Signer, Trial: trial)))
            .GroupBy(pair => pair.Trial.FramesPerSecond, pair => (pair.Signer, Score: scoreOf(pair.Trial))))
        {
            table.AddRow(
                string.Create(CultureInfo.InvariantCulture, $"{kind}, {rate.Key} frames/s"),
                Percent(rate.Average(fold => Share(fold.Score.Right, fold.Score.Signs))),
                Percent(rate.Average(fold => Share(fold.Score.Wrong, fold.Score.Signs))),
                Percent(rate.Average(fold => Share(fold.Score.Missed, fold.Score.Signs))),
                Percent(rate.Average(fold => Share(fold.Score.Extra + fold.Score.False, fold.Score.Signs))),
                WorstOf(rate.Select(fold => (fold.Signer, Share(fold.Score.Right, fold.Score.Signs)))));
        }
    }

    private static string WorstOf(IEnumerable<(string Signer, double Share)> shares)
    {
        (string signer, double share) = shares.GroupBy(pair => pair.Signer)
            .Select(group => (group.Key, group.Average(pair => pair.Share))).MinBy(pair => pair.Item2);
        return TerminalText.ToMarkup($"{Percent(share)} {signer}");
    }

    private static double Share(int count, int all) => count / (double)all;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");
}
