using Hasta.Landmarks;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Hasta.Tool.Output;

/// <summary>Shows <see cref="WorkProgress"/> as a bar with rate and time left on standard error.</summary>
internal static class ProgressBar
{
    public static Task<T> RunAsync<T>(Terminal terminal, string title, Func<IProgress<WorkProgress>, Task<T>> work) =>
        terminal.Error.Profile.Out.IsTerminal ? RunBarAsync(terminal, title, work) : work(new ProgressLines(terminal, title));

    private static Task<T> RunBarAsync<T>(Terminal terminal, string title, Func<IProgress<WorkProgress>, Task<T>> work) =>
        terminal.Error.Progress()
            .HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RateColumn(),
                new RemainingTimeColumn())
            .StartAsync(context =>
            {
                ProgressTask task = context.AddTask(TerminalText.ToMarkup(title));
                task.IsIndeterminate = true;
                return work(new BarUpdates(task, title));
            });

    private sealed class BarUpdates(ProgressTask task, string title) : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = TerminalText.ToMarkup(value.Note.Length == 0 ? title : $"{title}: {value.Note}");
        }
    }

    /// <summary>For logs and pipes: one line per tenth of the work.</summary>
    private sealed class ProgressLines(Terminal terminal, string title) : IProgress<WorkProgress>
    {
        private readonly Lock gate = new();
        private int lastTenth = -1;

        public void Report(WorkProgress value)
        {
            lock (gate)
            {
                int tenth = value.Total == 0 ? 0 : 10 * value.Done / value.Total;
                if (tenth > lastTenth)
                {
                    lastTenth = tenth;
                    terminal.Error.WriteLine($"{title}: {value.Done} of {value.Total}{(value.Note.Length == 0 ? "" : $", {value.Note}")}");
                }
            }
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(task.Speed is double speed ? (speed >= 1 ? $"{speed:0.0}/s" : $"{60 * speed:0.0}/min") : "", Color.Blue);
    }
}
