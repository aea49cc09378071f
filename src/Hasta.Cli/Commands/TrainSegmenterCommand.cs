using System.CommandLine;
using Hasta.Datasets;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live.Tagging;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training.Data;
using Hasta.Training.Segmentation;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta train-segmenter</c>: the network that finds signs in streams.</summary>
internal static class TrainSegmenterCommand
{
    private static readonly Argument<string[]> Data = new("DATA")
    {
        Description = "Data folders from hasta prepare, with signers.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string> Out = new("--out") { Description = "The .safetensors file to write.", Required = true };

    private static readonly Option<int> Streams = new("--streams")
    {
        Description = "Streams of 25 signs to make of the clips.",
        DefaultValueFactory = _ => 300,
    };

    private static readonly Option<int> Epochs = new("--epochs")
    {
        Description = "Passes over the streams.",
        DefaultValueFactory = _ => 10,
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Of streams and weights.", DefaultValueFactory = _ => 1 };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train-segmenter", "Trains the network that finds signs in streams, on streams made from clips.")
        {
            Data, Out, Streams, Epochs, Seed,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Streams) is < 1 or > 1000 || parsed.GetValue(Epochs) is < 1 or > 1000)
        {
            throw new UsageException("--streams must be 1 to 1000 (5 MB of memory each), --epochs 1 to 1000.");
        }

        LoadedClip[] clips =
        [
            .. parsed.GetRequiredValue(Data)
                .SelectMany(data => ClipLoader.Load(data, Manifest.Read(data), new FeatureConfig(), out _)),
        ];
        int seed = parsed.GetValue(Seed);
        var examples = TaggerExamples.Create(clips, parsed.GetValue(Streams), seed);
        float[][] weights = await ProgressBar.RunAsync(terminal, "Training", progress => Task.Run(
            () => TaggerTrainer.Train(examples, parsed.GetValue(Epochs), seed, progress, cancellationToken), cancellationToken));
        SafetensorsFile.Write(
            parsed.GetRequiredValue(Out),
            SignTagger.Tensors.Zip(weights).ToDictionary(pair => pair.First.Name, pair => (pair.First.Shape, pair.Second)));
        return ExitCode.Done;
    }
}
