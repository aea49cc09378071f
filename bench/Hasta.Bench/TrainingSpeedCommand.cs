using System.CommandLine;
using Hasta.Training.Checkpoints;
using TorchSharp;

namespace Hasta.Bench;

/// <summary>
/// <c>training</c>: see <see cref="TrainingSpeed"/>; <c>inference</c>: see <see cref="InferenceSpeed"/>; <c>memory</c>: see
/// <see cref="TrainingMemory"/>.
/// </summary>
internal static class TrainingSpeedCommand
{
    private static readonly Option<int> Clips = new("--clips")
    {
        Description = "Number of clips for the comparison with a bare loop.",
        DefaultValueFactory = _ => 1024,
    };

    private static readonly Option<int> EpochClips = new("--epoch-clips")
    {
        Description = "Number of clips in the measured epoch; INCLUDE has 4,284.",
        DefaultValueFactory = _ => 4284,
    };

    private static readonly Option<int> Rounds = new("--rounds")
    {
        Description = "Alternating rounds of bare loop and trainer.",
        DefaultValueFactory = _ => 5,
    };

    private static readonly Option<string?> Only = new("--only") { Description = "Measure only this network of the table." };
    private static readonly Option<string?> Python = new("--python")
    {
        Description = "Path of a Python with PyTorch to measure the same networks in, for comparison.",
    };

    private static readonly Option<int> Passes = new("--runs") { Description = "Timed passes.", DefaultValueFactory = _ => 1000 };
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder of the synthetic data set; created if it does not exist.",
        Required = true,
    };

    private static readonly Option<bool> Face = new("--face") { Description = "Include 468 face landmarks per frame, as prepare does." };
    private static readonly Option<int> Epochs = new("--epochs") { Description = "Epochs to train.", DefaultValueFactory = _ => 2 };

    public static Command Training { get; } = CreateTraining();

    public static Command Inference { get; } = CreateInference();

    public static Command Memory { get; } = CreateMemory();

    private static Command CreateTraining()
    {
        var command = new Command("training", "Training clips per second: trainer, bare TorchSharp loop, and PyTorch.")
        {
            Clips, EpochClips, Rounds, Only, Python,
        };
        command.SetAction((parsed, _) =>
        {
            TorchDevice.Load();
            torch.set_num_threads(1); // as in hasta train
            int rounds = parsed.GetValue(Rounds);
            string? only = parsed.GetValue(Only);
            new TrainingSpeed(IncludeSizedSet.Load(parsed.GetValue(Clips)), rounds, only).PrintOverhead();
            return new TrainingSpeed(IncludeSizedSet.Load(parsed.GetValue(EpochClips)), rounds, only)
                .PrintEpochAsync(parsed.GetValue(Python));
        });
        return command;
    }

    private static Command CreateInference()
    {
        var command = new Command("inference", "Milliseconds per clip, one at a time: libtorch and ONNX Runtime.") { Passes };
        command.SetAction(parsed =>
        {
            TorchDevice.Load();
            torch.set_num_threads(1); // as in hasta train
            InferenceSpeed.Print(parsed.GetValue(Passes));
            InferenceSpeed.PrintVitFusion(Math.Max(1, parsed.GetValue(Passes) / 100));
        });
        return command;
    }

    private static Command CreateMemory()
    {
        var command = new Command(
            "memory", "Training on a data set of the size of INCLUDE: memory, clips per second, fraction of time spent waiting.")
        {
            Data, Face, Epochs,
        };
        command.SetAction(parsed =>
        {
            TorchDevice.Load();
            torch.set_num_threads(1); // as in hasta train
            IncludeSizedSet.Prepare(parsed.GetRequiredValue(Data), parsed.GetValue(Face));
            TrainingMemory.Print(parsed.GetRequiredValue(Data), parsed.GetValue(Epochs));
        });
        return command;
    }
}
