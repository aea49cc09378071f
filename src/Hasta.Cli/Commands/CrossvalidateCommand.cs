using System.CommandLine;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Hasta.Training.Models.Vit;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta crossvalidate</c>: each signer left out in turn; optionally a last model on all clips.</summary>
internal static class CrossvalidateCommand
{
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder whose clips all have a signer." };
    private static readonly Option<string> Out = new("--out") { Description = "A folder for the figures (crossvalidation.json) and the log.", Required = true };
    private static readonly Option<string?> Config = new("--config") { Description = "Training settings (JSON, as in experiments/)." };
    private static readonly Option<int> Seeds = new("--seeds") { Description = "Seeds a signer.", DefaultValueFactory = _ => 3 };
    private static readonly Option<bool> Refit = new("--refit") { Description = "Afterwards train on all clips and keep that model in OUT/best." };
    private static readonly Option<bool> Baseline = new("--baseline") { Description = "Beside it what a nearest neighbour (dynamic time warping) makes of the same clips." };
    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda, cuda:N or mps.", DefaultValueFactory = _ => "auto" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("crossvalidate", "Leaves each signer out in turn, and tells how a model does on people it never saw.")
        {
            Data, Out, Config, BackboneOption.Option, Seeds, Refit, Baseline, Device,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        string output = parsed.GetRequiredValue(Out);
        string data = parsed.GetRequiredValue(Data);
        int seeds = parsed.GetValue(Seeds) is >= 1 and int given ? given : throw new UsageException("--seeds must be 1 or more.");
        using IDisposable exclusive = new RunFolder(output).Lock();
        using ILoggerFactory loggers = Logs.ToFile(terminal, Path.Combine(output, "logs"), TimeProvider.System);
        (TrainingConfig config, VitFolder? published) = await BackboneOption.FindAsync(terminal, ConfigFile.Read(parsed.GetValue(Config)), parsed.GetValue(BackboneOption.Option), cancellationToken);
        var said = new HashSet<string>(); // the folds' plans are nearly all the same
        var validation = new CrossValidation(config, TorchDevice.Pick(parsed.GetValue(Device)!), loggers) { WithBaseline = parsed.GetValue(Baseline), Backbone = published, Planned = plan => SayOnce(terminal, said, $"{plan}") };
        CrossValidationResult result = await ProgressBar.RunAsync(
            terminal,
            "Leaving signers out",
            progress => Task.Run(() => validation.Run(data, seeds, progress, cancellationToken), cancellationToken));
        AtomicFile.WriteText(Path.Combine(output, "crossvalidation.json"), JsonSerializer.Serialize(result, StrictJson.Indented));
        CrossValidationTable.Print(terminal, result);
        if (parsed.GetValue(Refit))
        {
            await Task.Run(() => validation.Refit(data, output, cancellationToken), cancellationToken);
            terminal.Out.MarkupLineInterpolated($"A model of all clips is in [bold]{Path.Combine(output, CheckpointFolder.BestFolder)}[/].");
        }

        return ExitCode.Done;
    }

    private static void SayOnce(Terminal terminal, HashSet<string> said, string plan)
    {
        if (said.Add(plan))
        {
            terminal.Error.WriteLine(plan);
        }
    }
}
