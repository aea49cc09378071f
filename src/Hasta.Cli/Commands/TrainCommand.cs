using System.CommandLine;
using Hasta.Datasets;
using Hasta.Evaluation;
using Hasta.Models;
using Hasta.Training;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta train</c>: a data folder -> a run with its best checkpoint and its test result.</summary>
public static class TrainCommand
{
    private static readonly Argument<string> Data = new("DATA") { Description = "A data folder that hasta prepare made." };
    private static readonly Option<string> Out = new("--out") { Description = "The run's folder; it must not hold a run.", Required = true };
    private static readonly Option<string?> Config = new("--config") { Description = "Settings (JSON, as in experiments/); the defaults where left out." };
    private static readonly Option<SplitProtocol> Protocol = new("--split")
    {
        Description = "What training and test must not share: signer, session, official (the data set's own list), or random (says nothing of strangers).",
        DefaultValueFactory = _ => SplitProtocol.Auto,
    };

    private static readonly Option<string[]> TestSigners = new("--test-signer") { Description = "A signer to keep for the test; may be given several times." };
    private static readonly Option<string[]> ValidationSigners = new("--validation-signer") { Description = "A signer to keep for validation; may be given several times." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seeds the split, the weights and the augmentation." };
    private static readonly Option<int?> Epochs = new("--epochs") { Description = "Passes over the training clips." };
    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda, cuda:N or mps.", DefaultValueFactory = _ => "auto" };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a model, keeps the best by validation, and ends with its result on people it never saw.")
        {
            Data, Out, Config, Protocol, TestSigners, ValidationSigners, Seed, Epochs, Device,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Trains, tests and writes the report; also what the demo runs.</summary>
    public static async Task<EvaluationReport> TrainAsync(Terminal terminal, TrainRequest request, CancellationToken cancellationToken)
    {
        var folder = new RunFolder(request.Out);
        using ILoggerFactory loggers = Logs.ToFile(terminal, folder.Logs, TimeProvider.System);
        var run = new TrainingRun(folder, request.Config, request.Device, loggers);
        try
        {
            await ProgressBar.RunAsync(
                terminal,
                "Training",
                progress => Task.Run(() => run.Run(request.Data, request.Split, progress, cancellationToken), cancellationToken));
        }
        catch (OperationCanceledException) when (Directory.Exists(folder.Best))
        {
            terminal.Complain($"stopped; the best model so far is in {folder.Best}.");
            throw;
        }

        return Evaluations.Run(terminal, new EvaluationRequest { Run = request.Out, Data = request.Data }, request.Device, folder.ReportPage);
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        TrainingConfig config = ConfigFile.Read(parsed.GetValue(Config));
        config = config with { Seed = parsed.GetValue(Seed) ?? config.Seed, Epochs = parsed.GetValue(Epochs) ?? config.Epochs };
        var request = new TrainRequest
        {
            Data = parsed.GetRequiredValue(Data),
            Out = parsed.GetRequiredValue(Out),
            Config = config,
            Split = new SplitRequest
            {
                Protocol = parsed.GetValue(Protocol),
                Seed = config.Seed,
                TestSigners = parsed.GetValue(TestSigners) ?? [],
                ValidationSigners = parsed.GetValue(ValidationSigners) ?? [],
            },
            Device = TorchDevice.Pick(parsed.GetValue(Device)!),
        };
        EvaluationReport report = await TrainAsync(terminal, request, cancellationToken);
        EvaluationTable.Print(terminal, report);
        terminal.Out.MarkupLineInterpolated($"The best model is in [bold]{Path.Combine(request.Out, Checkpoint.BestFolder)}[/], the report in [bold]{new RunFolder(request.Out).ReportPage}[/]");
        return ExitCode.Done;
    }
}
