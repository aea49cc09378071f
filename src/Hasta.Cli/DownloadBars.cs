using System.Collections.Concurrent;
using Hasta.Include.Fetching;
using Hasta.Tool.Output;
using Spectre.Console;

namespace Hasta.Cli;

/// <summary>Shows a download on standard error: one bar per active zip and one for all, with rate and remaining time.</summary>
internal static class DownloadBars
{
    public static Task<T> RunAsync<T>(Terminal terminal, Func<IProgress<DownloadProgress>, Task<T>> work) =>
        terminal.Error.Profile.Out.IsTerminal ? RunBarsAsync(terminal, work) : work(new Lines(terminal));

    private static Task<T> RunBarsAsync<T>(Terminal terminal, Func<IProgress<DownloadProgress>, Task<T>> work) =>
        terminal.Error.Progress()
            .HideCompleted(true)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new DownloadedColumn(),
                new TransferSpeedColumn(),
                new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));

    /// <summary>Totals of all zips.</summary>
    private sealed class Totals
    {
        private readonly ConcurrentDictionary<string, DownloadProgress> zips = new();

        public (long Done, long Total, int Finished, int Zips) Add(DownloadProgress progress)
        {
            zips[progress.Name] = progress;
            DownloadProgress[] all = [.. zips.Values];
            return (all.Sum(zip => zip.Done), all.Sum(zip => zip.Total), all.Count(zip => zip.Step == DownloadStep.Finished), all.Length);
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<DownloadProgress>
    {
        private readonly Lock gate = new();
        private readonly Totals totals = new();
        private readonly Dictionary<string, ProgressTask> tasks = [];
        private ProgressTask? all;

        public void Report(DownloadProgress value)
        {
            lock (gate)
            {
                (long done, long total, int finished, int zips) = totals.Add(value);
                all ??= context.AddTask("All");
                all.MaxValue = Math.Max(1, total);
                all.Value = Math.Min(done, all.MaxValue - (finished < zips ? 1 : 0));
                all.Description = $"All, {finished} of {zips} zips";
                if (value.Done > 0 || value.Step == DownloadStep.Unpacking)
                {
                    Show(value);
                }
            }
        }

        private void Show(DownloadProgress value)
        {
            if (!tasks.TryGetValue(value.Name, out ProgressTask? task))
            {
                tasks[value.Name] = task = context.AddTask(TerminalText.ToMarkup(value.Name));
            }

            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Step == DownloadStep.Finished ? task.MaxValue : Math.Min(value.Done, task.MaxValue - 1);
            task.Description = TerminalText.ToMarkup(value.Step == DownloadStep.Unpacking ? $"{value.Name}: unpacking" : value.Name);
            if (value.Step == DownloadStep.Finished)
            {
                task.StopTask();
            }
        }
    }

    /// <summary>For logs and pipes: one line per finished zip.</summary>
    private sealed class Lines(Terminal terminal) : IProgress<DownloadProgress>
    {
        private readonly Lock gate = new();
        private readonly Totals totals = new();

        public void Report(DownloadProgress value)
        {
            lock (gate)
            {
                (long done, long total, int finished, int zips) = totals.Add(value);
                if (value.Step == DownloadStep.Finished && value.Total > 0)
                {
                    terminal.Error.WriteLine(FormattableString.Invariant(
                        $"{value.Name} is complete: {finished} of {zips} zips, {done / 1e9:0.00} of {total / 1e9:0.00} GB"));
                }
            }
        }
    }
}
