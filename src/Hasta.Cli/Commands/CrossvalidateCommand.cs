using System.CommandLine;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Live;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Evaluation;
using Hasta.Training.Evaluation.Streams;
using Hasta.Training.Models.Vit;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta crossvalidate</c>: leaves out each signer in turn; optionally trains a final model on all clips.</summary>
internal static class CrossvalidateCommand
{
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder whose clips all have a signer." };
    private static readonly Option<string> Out = new("--out")
    {
        Description = "A folder for the results (crossvalidation.json) and the log.",
        Required = true,
    };

    private static readonly Option<string?> Config = new("--config") { Description = "Training settings (JSON, as in experiments/)." };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Seeds per signer.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Refit = new("--refit")
    {
        Description = "Also train on all clips, and save that model in OUT/best.",
    };

    private static readonly Option<string?> OneSignerData = new("--one-signer-data")
    {
        Description = "With --refit: a data folder with words of one signer, which the model then answers with --all-words only.",
    };

    private static readonly Option<bool> Baseline = new("--baseline")
    {
        Description = "Also report a nearest-neighbour baseline (dynamic time warping) on the same clips.",
    };

    private static readonly Option<bool> Streams = new("--streams")
    {
        Description = "Also recognize the left-out clips live, laid end to end and joined to streams; pages are written to OUT/streams.",
    };

    private static readonly Option<string> Device = new("--device")
    {
        Description = "auto, cpu, cuda, cuda:N or mps.",
        DefaultValueFactory = _ => "auto",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("crossvalidate", "Leaves out each signer in turn and measures accuracy on people the model never saw.")
        {
            Data, Out, Config, BackboneOption.Option, Seeds, Refit, OneSignerData, Baseline, Streams, Device,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(Out);
        string data = parsed.GetRequiredValue(Data);
        if (parsed.GetValue(OneSignerData) is not null && !parsed.GetValue(Refit))
        {
            throw new UsageException("--one-signer-data needs --refit.");
        }

        int seeds = parsed.GetValue(Seeds) is >= 1 and int given ? given : throw new UsageException("--seeds must be 1 or more.");
        using IDisposable exclusive = new RunFolder(output).Lock();
        using ILoggerFactory loggers = Logs.ToFile(terminal, Path.Combine(output, "logs"), TimeProvider.System);
        (TrainingConfig config, VitFolder? published) = await BackboneOption.FindAsync(
            terminal, ConfigFile.Read(parsed.GetValue(Config)), parsed.GetValue(BackboneOption.Option), cancellationToken);
        if (parsed.GetValue(Streams) && config.Features.Frames is not null)
        {
            throw new UsageException("--streams needs a model that uses landmarks only.");
        }

        var printed = new HashSet<string>(); // most folds have the same plan
        var validation = new CrossValidation(config, TorchSetup.Pick(parsed.GetValue(Device)!), loggers)
        {
            WithBaseline = parsed.GetValue(Baseline),
            Backbone = published,
            OneSignerData = parsed.GetValue(OneSignerData),
            Streams = parsed.GetValue(Streams) ? StreamsOf(data, output) : null,
            Planned = plan => PrintOnce(terminal, printed, $"{plan}"),
        };
        CrossValidationResult result = await ProgressBar.RunAsync(
            terminal,
            "Leaving signers out",
            progress => Task.Run(() => validation.Run(data, seeds, progress, cancellationToken), cancellationToken));
        AtomicFile.WriteText(Path.Combine(output, "crossvalidation.json"), JsonSerializer.Serialize(result, StrictJson.Indented));
        CrossValidationTable.Print(terminal, result);
        RecordedStreamsTable.Print(terminal, result);
        if (parsed.GetValue(Refit))
        {
            await Task.Run(() => validation.Refit(data, output, cancellationToken), cancellationToken);
            string best = Path.Combine(output, CheckpointFolder.BestFolder);
            terminal.Out.MarkupLineInterpolated($"The model trained on all clips is in [bold]{best}[/].");
        }

        return ExitCode.Done;
    }

    private static RecordedStreams StreamsOf(string data, string output) => new(data, new LiveRecognizerOptions())
    {
        OnStream = stream => StreamPages.Write(Path.Combine(output, "streams"), stream),
    };

    private static void PrintOnce(Terminal terminal, HashSet<string> printed, string plan)
    {
        if (printed.Add(plan))
        {
            terminal.Error.WriteLine(plan);
        }
    }
}
