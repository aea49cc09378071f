using System.Diagnostics;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Recognition.Models;
using Hasta.Training;
using Hasta.Training.Models;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging.Abstractions;
using Spectre.Console;
using static TorchSharp.torch;

namespace Hasta.Bench;

/// <summary>Measures a whole run from a data folder, including checkpoints, and the peak memory of the process.</summary>
internal static class TrainingMemory
{
    public static void Print(string data, int epochs)
    {
        var table = new Table().AddColumns("model", "peak of the process so far, MiB", "clips/s", "waiting for clips");
        var models = BenchModels.All.OrderBy(model => Classifiers.Create(model.Config, 2).ParameterCount);
        foreach ((string name, _, ModelConfig model) in models)
        {
            DirectoryInfo run = Directory.CreateTempSubdirectory("hasta-bench-");
            var request = new RunRequest
            {
                Data = data,
                Config = new TrainingConfig { Model = model, Epochs = epochs, MinSteps = 0 },
                Split = new SplitRequest { Protocol = SplitProtocol.Signer },
            };
            IReadOnlyList<EpochResult> history = new TrainingRun(new RunFolder(run.FullName), CPU, NullLoggerFactory.Instance)
                .Run(request, new Progress<WorkProgress>(), CancellationToken.None);
            run.Delete(recursive: true);
            using Process self = Process.GetCurrentProcess();
            table.AddRow(name, $"{self.PeakWorkingSet64 >> 20}", $"{history[^1].ClipsPerSecond:F0}", $"{history[^1].Waiting:P1}");
        }

        AnsiConsole.Write(table);
    }
}
