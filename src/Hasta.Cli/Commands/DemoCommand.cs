using System.CommandLine;
using System.Diagnostics;
using Hasta.Datasets;
using Hasta.Datasets.Preparation;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Tool;
using Hasta.Tool.Commands;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Evaluation;
using Hasta.Training.Runs;
using Spectre.Console;
using TorchSharp;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta demo</c>: the whole workflow on synthetic signers, without a download.</summary>
internal static class DemoCommand
{
    private const int RecognizedClips = 5;

    /// <summary>Synthetic signers are easy to learn: fewer steps than the default keep the demo short.</summary>
    private static readonly TrainingConfig Settings = new() { MinSteps = 300 };

    /// <summary>The command that the user types in the checkout.</summary>
    private static readonly string Program = OperatingSystem.IsWindows() ? "hasta" : "./hasta";

    private static readonly Option<string> Out = new("--out")
    {
        Description = "A folder for the demo's clips, data and run; replaces an earlier demo.",
        DefaultValueFactory = _ => "demo",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "demo", "Shows the whole workflow on synthetic signers: prepare, train, evaluate on unseen signers, recognize.")
        {
            Out,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed.GetRequiredValue(Out), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string root, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        torch.Device device = TorchSetup.Pick();
        using var folder = new DemoFolder(root);
        Step(terminal, 1, "Generating clips of synthetic signers (no real people)");
        string csv = await ProgressBar.RunAsync(
            terminal, "Generating clips", progress => Task.Run(() => folder.GenerateClips(progress, cancellationToken), cancellationToken));

        Step(terminal, 2, $"{Program} prepare {csv} --out {folder.Data}");
        using var items = new ClipExtractors(new LandmarkOptions { Parts = SignerParts.BodyAndHands });
        PrepareRequest prepare = items.Find(csv, folder.Data, Environment.ProcessorCount);
        PrepareSummary summary = await PrepareCommand.PrepareAsync(terminal, prepare, cancellationToken);
        PrepareReport.Print(terminal, folder.Data, summary);

        Step(terminal, 3, $"{Program} train {folder.Data} --out {folder.Run}");
        var run = new RunRequest { Data = folder.Data, Config = Settings, Split = new SplitRequest() };
        var request = new TrainRequest { Out = folder.Run, New = run, Device = device };
        EvaluationReport report = await TrainCommand.TrainAsync(terminal, request, cancellationToken);

        Step(terminal, 4, $"{Program} evaluate {folder.Run} {folder.Data}");
        EvaluationTable.Print(terminal, report);

        int step = Math.Max(1, report.Clips / RecognizedClips);
        string[] clips =
        [
            .. report.Verdicts.Where((_, i) => i % step == 0)
                .Take(RecognizedClips)
                .Select(clip => Manifest.PosePath(folder.Data, clip.Clip)),
        ];
        Step(terminal, 5, $"{Program} recognize --model {folder.Run} {clips[0]} ...");
        var recognize = new RecognizeRequest { Model = folder.Run, Clips = clips, Json = false };
        await RecognizeCommand.RecognizeAsync(terminal, recognize, cancellationToken);

        PrintNext(terminal, new RunFolder(folder.Run).ReportPage, watch.Elapsed);
        return ExitCode.Done;
    }

    private static void Step(Terminal terminal, int number, string text)
    {
        terminal.Out.WriteLine();
        terminal.Out.MarkupLineInterpolated($"[bold blue]{number}.[/] {text}");
    }

    private static void PrintNext(Terminal terminal, string page, TimeSpan elapsed)
    {
        terminal.Out.WriteLine();
        terminal.Out.MarkupLineInterpolated($"Done in {elapsed.TotalSeconds:0} s. Open the report: [bold]{Path.GetFullPath(page)}[/]");
        terminal.Out.MarkupLine("Next, with real people:");
        terminal.Out.MarkupLineInterpolated(
            $"  [bold]{Program} recognize CLIP.mp4[/]                 your own clip, with the included model of Indian Sign Language");
        terminal.Out.MarkupLineInterpolated(
            $"  [bold]{Program} prepare VIDEOS --out data/mine[/]     your own videos: folders <gloss>/<clip>, or a CSV with signers");
        terminal.Out.MarkupLineInterpolated($"  [bold]{Program} train data/mine --out runs/mine[/]");
    }
}
