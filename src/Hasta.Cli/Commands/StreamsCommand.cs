using System.CommandLine;
using System.Text.Json;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition;
using Hasta.Recognition.Features;
using Hasta.Recognition.Live;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training.Evaluation.Strangers;
using Hasta.Training.Evaluation.Streams;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta benchmark streams</c>: live recognition of streams made from takes.</summary>
internal static class StreamsCommand
{
    private static readonly Option<string?> Model = new("--model")
    {
        Description = "The folder of a run or checkpoint trained on the sources that may ship. Default: the shipped model.",
    };

    private static readonly Option<string?> Half = new("--half")
    {
        Description = "Only the sources for choosing settings (choose), or only those for reporting (report).",
    };

    private static readonly Option<SegmenterKind> Segmenter = new("--segmenter")
    {
        Description = "How signs are found: learned, or rules.",
        DefaultValueFactory = _ => SegmenterKind.Learned,
    };

    private static readonly Option<double> MinConfidence = new("--min-confidence")
    {
        Description = "Answers below this confidence, 0 to 1, are no words.",
        DefaultValueFactory = _ => new LiveRecognizerOptions().MinConfidence!.Value,
    };

    private static readonly Option<bool> Seen = new("--seen")
    {
        Description = "Tests the sources that the model was trained on instead of the others.",
    };

    private static readonly Option<string?> Report = new("--report")
    {
        Description = "A folder for a page per source and camera: what was signed above what was recognized.",
        HelpName = "FOLDER",
    };

    private static readonly Option<string> Out = new("--out")
    {
        Description = "A file for the result of every source and camera (JSON).",
        Required = true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("streams", "Joins takes to streams with rests and fidgets, and recognizes them live.")
        {
            BenchmarkArguments.Data, BenchmarkArguments.Sources, Model, Segmenter, MinConfidence, Half, Seen, Out, Report,
        };
        Half.AcceptOnlyFromAmong("choose", "report");
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        var table = SourceTable.Read(parsed.GetRequiredValue(BenchmarkArguments.Sources));
        var data = StrangersData.Load(parsed.GetRequiredValue(BenchmarkArguments.Data), table, new FeatureConfig());
        using SignRecognizer recognizer = await SignRecognizer.LoadAsync(parsed.GetValue(Model), cancellationToken: cancellationToken);
        bool isSeen = parsed.GetValue(Seen);
        string? half = parsed.GetValue(Half);
        StrangerSource[] tested =
        [
            .. table.Sources.Where(source => source.Ships == isSeen
                && half?.Equals(source.Half.ToString(), StringComparison.OrdinalIgnoreCase) != false),
        ];
        var benchmark = new StreamsBenchmark(data, recognizer, new LiveRecognizerOptions
        {
            Segmenter = new SignSegmenterOptions { Kind = parsed.GetValue(Segmenter) },
            MinConfidence = parsed.GetValue(MinConfidence),
        })
        {
            OnStream = parsed.GetValue(Report) is { } pages ? stream => StreamPages.Write(pages, stream) : null,
        };
        StreamTrial[] trials = await ProgressBar.RunAsync(terminal, "Recognizing streams", progress => Task.Run(
            () => Run(benchmark, tested, progress, cancellationToken), cancellationToken));
        if (trials.Length == 0)
        {
            throw new SplitException(
                $"No source has two words that {StreamsBenchmark.MinSources} training sources and the model have. Add data.");
        }

        AtomicFile.WriteText(parsed.GetRequiredValue(Out), JsonSerializer.Serialize(trials, StrictJson.Indented));
        StreamsTable.Print(terminal, trials);
        return ExitCode.Done;
    }

    private static StreamTrial[] Run(
        StreamsBenchmark benchmark, StrangerSource[] tested, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        var trials = new List<StreamTrial>();
        foreach ((int done, StrangerSource source) in tested.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            trials.AddRange(benchmark.Run(source, other => other.Ships));
            progress.Report(new WorkProgress(done + 1, tested.Length, source.Name));
        }

        return [.. trials];
    }
}
