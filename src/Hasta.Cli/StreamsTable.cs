using System.Globalization;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation.Streams;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>The figures of the streams benchmark: sources confirmed as ISL, then the others, one row per camera.</summary>
internal static class StreamsTable
{
    public static void Print(Terminal terminal, IReadOnlyList<StreamTrial> trials)
    {
        foreach (var group in trials.GroupBy(trial => trial.IsConfirmed).OrderByDescending(group => group.Key))
        {
            PrintSigns(terminal, group.Key ? "signs; ISL confirmed" : "signs; language unconfirmed", group);
        }

        PrintIdle(terminal, trials);
    }

    private static void PrintSigns(Terminal terminal, string title, IEnumerable<StreamTrial> trials)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title(TerminalText.ToMarkup(title));
        table.AddColumns(
            "Camera", "Sources", "Right", "Wrong", "Missed", "Extra words", "Worst source", "Latency", "95%", "Guess after");
        foreach (var camera in trials.Where(trial => trial.Kind == StreamKind.Signs)
            .GroupBy(trial => (trial.IsCloseUp, trial.FramesPerSecond)))
        {
            StreamScore[] scores = [.. camera.Select(trial => trial.Score)];
            StreamTrial worst = camera.MinBy(trial => ShareOf(trial.Score, trial.Score.Right))!;
            StreamScore all = StreamScore.Sum(scores);
            table.AddRow(
                $"{(camera.Key.IsCloseUp ? "close-up" : "waist up")}, {camera.Key.FramesPerSecond} frames/s",
                $"{scores.Length}",
                Percent(scores.Average(score => ShareOf(score, score.Right))),
                Percent(scores.Average(score => ShareOf(score, score.Wrong))),
                Percent(scores.Average(score => ShareOf(score, score.Missed))),
                Percent(scores.Average(score => ShareOf(score, score.Extra + score.False))),
                TerminalText.ToMarkup($"{Percent(ShareOf(worst.Score, worst.Score.Right))} {worst.Source}"),
                Milliseconds(all.Latencies, 0.5),
                Milliseconds(all.Latencies, 0.95),
                Milliseconds(all.GuessDelays, 0.5));
        }

        terminal.Out.Write(table);
    }

    private static void PrintIdle(Terminal terminal, IEnumerable<StreamTrial> trials)
    {
        Table table = new Table().Border(TableBorder.Rounded).Title("nothing signed");
        table.AddColumns("Stream", "Minutes", "Words", "Words a minute");
        foreach (var kind in trials.Where(trial => trial.Kind != StreamKind.Signs).GroupBy(trial => (trial.Kind, trial.IsCloseUp)))
        {
            StreamScore all = StreamScore.Sum([.. kind.Select(trial => trial.Score)]);
            table.AddRow(
                $"{(kind.Key.Kind == StreamKind.Idle ? "rest" : "fidgets")}, {(kind.Key.IsCloseUp ? "close-up" : "waist up")}",
                string.Create(CultureInfo.InvariantCulture, $"{all.IdleMinutes:0}"),
                $"{all.False}",
                string.Create(CultureInfo.InvariantCulture, $"{all.False / all.IdleMinutes:0.00}"));
        }

        terminal.Out.Write(table);
    }

    private static double ShareOf(StreamScore score, int count) => count / (double)score.Signs;

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.0}%");

    private static string Milliseconds(IReadOnlyCollection<double> seconds, double quantile) => seconds.Count == 0
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds.Order().ElementAt((int)(quantile * (seconds.Count - 1))):0} ms");
}
