using System.CommandLine;
using Hasta.Training.Checkpoints;

namespace Hasta.Bench;

/// <summary><c>training</c>: see <see cref="TrainingSpeed"/>; <c>inference</c>: see <see cref="InferenceSpeed"/>; <c>memory</c>: see <see cref="TrainingMemory"/>.</summary>
internal static class TrainingSpeedCommand
{
    private static readonly Option<int> Clips = new("--clips") { Description = "Clips of the comparison with a bare loop.", DefaultValueFactory = _ => 1024 };
    private static readonly Option<int> EpochClips = new("--epoch-clips") { Description = "Clips of the measured epoch; INCLUDE has 4,284.", DefaultValueFactory = _ => 4284 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "How often bare loop and trainer take turns.", DefaultValueFactory = _ => 5 };
    private static readonly Option<string?> Only = new("--only") { Description = "One network of the table, by its name." };
    private static readonly Option<string?> Python = new("--python") { Description = "A Python with PyTorch, to measure the same networks in, as the peer." };
    private static readonly Option<int> Runs = new("--runs") { Description = "Timed passes.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<string> Data = new("--data") { Description = "Where the made-up data set is, or is to be put.", Required = true };
    private static readonly Option<bool> Face = new("--face") { Description = "With 468 points of a face in every frame, as prepare leaves them." };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Epochs to train.", DefaultValueFactory = _ => 2 };

    public static Command Training { get; } = CreateTraining();

    public static Command Inference { get; } = CreateInference();

    public static Command Memory { get; } = CreateMemory();

    private static Command CreateTraining()
    {
        var command = new Command("training", "Training clips per second: trainer, bare TorchSharp loop, and PyTorch.") { Clips, EpochClips, Rounds, Only, Python };
        command.SetAction((parsed, _) =>
        {
            TorchDevice.Load();
            int rounds = parsed.GetValue(Rounds);
            string? only = parsed.GetValue(Only);
            new TrainingSpeed(IncludeSizedSet.Load(parsed.GetValue(Clips)), rounds, only).PrintOverhead();
            return new TrainingSpeed(IncludeSizedSet.Load(parsed.GetValue(EpochClips)), rounds, only).PrintEpochAsync(parsed.GetValue(Python));
        });
        return command;
    }

    private static Command CreateInference()
    {
        var command = new Command("inference", "Milliseconds per clip, one at a time: libtorch and ONNX Runtime.") { Runs };
        command.SetAction(parsed =>
        {
            TorchDevice.Load();
            InferenceSpeed.Print(parsed.GetValue(Runs));
            InferenceSpeed.PrintVitFusion(Math.Max(1, parsed.GetValue(Runs) / 100));
        });
        return command;
    }

    private static Command CreateMemory()
    {
        var command = new Command("memory", "What training on a data set as large as INCLUDE takes: memory, clips per second, share of waiting.") { Data, Face, Epochs };
        command.SetAction(parsed =>
        {
            TorchDevice.Load();
            IncludeSizedSet.Prepare(parsed.GetRequiredValue(Data), parsed.GetValue(Face));
            TrainingMemory.Print(parsed.GetRequiredValue(Data), parsed.GetValue(Epochs));
        });
        return command;
    }
}
