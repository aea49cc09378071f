using System.CommandLine;
using System.Text.Json;
using Hasta.Datasets;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation.Enrollment;
using Hasta.Training.Evaluation.Strangers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta benchmark enrollment</c>: new signs from a few takes.</summary>
internal static class EnrollmentCommand
{
    private static readonly Option<string> Out = new("--out")
    {
        Description = "A file for the result of every pair of sources (JSON).",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "enrollment", "Leaves words out of training, enrolls them with 1, 3 and 5 takes of one source and tests them on another.")
        {
            BenchmarkArguments.Data, BenchmarkArguments.Sources, Out, BenchmarkArguments.Config,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        TrainingConfig config = ConfigFile.Read(parsed.GetValue(BenchmarkArguments.Config));
        var table = SourceTable.Read(parsed.GetRequiredValue(BenchmarkArguments.Sources));
        var data = StrangersData.Load(parsed.GetRequiredValue(BenchmarkArguments.Data), table, config.Features);
        foreach (SkippedClip skipped in data.Skipped)
        {
            terminal.WriteError($"skipped {skipped.Clip}: {skipped.Reason}");
        }

        var benchmark = new EnrollmentBenchmark(data, table, config, TorchDevice.Pick("cpu"));
        EnrollmentTrial[] trials = await ProgressBar.RunAsync(terminal, "Leaving words out", progress => Task.Run(
            () => Run(benchmark, progress, cancellationToken), cancellationToken));
        if (trials.Length == 0)
        {
            throw new SplitException(
                "No source has five takes of three words that are left out together and that another source has. Add data.");
        }

        AtomicFile.WriteText(parsed.GetRequiredValue(Out), JsonSerializer.Serialize(trials, StrictJson.Indented));
        new EnrollmentTable(terminal, table, trials).Print();
        return ExitCode.Done;
    }

    private static EnrollmentTrial[] Run(
        EnrollmentBenchmark benchmark, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var trials = new List<EnrollmentTrial>();
        for (int fold = 0; fold < EnrollmentBenchmark.Folds; fold++)
        {
            trials.AddRange(benchmark.Run(fold, NullLogger<Trainer>.Instance, cancellationToken));
            progress.Report(new WorkProgress(fold + 1, EnrollmentBenchmark.Folds, ""));
        }

        return [.. trials];
    }
}
