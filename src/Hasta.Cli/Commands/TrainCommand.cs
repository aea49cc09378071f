using System.CommandLine;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Evaluation;
using Hasta.Training.Models.Vit;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta train</c>: a data folder -> a run with its best checkpoint and test result.</summary>
internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a model, keeps the best by validation, and tests it on people it never saw.");
        TrainArguments.AddTo(command);
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Trains, tests and writes the report; also used by the demo.</summary>
    public static async Task<EvaluationReport> TrainAsync(Terminal terminal, TrainRequest request, CancellationToken cancellationToken)
    {
        var folder = new RunFolder(request.Out);
        using ILoggerFactory loggers = Logs.ToFile(terminal, folder.Logs, TimeProvider.System);
        var run = new TrainingRun(folder, request.Device, loggers)
        {
            Memory = request.Memory,
            SaveEvery = request.SaveEvery,
            Planned = plan => terminal.Error.WriteLine($"{plan}"),
        };
        try
        {
            await ProgressBar.RunAsync(
                terminal,
                "Training",
                progress => Task.Run(
                    () => request.New is { } fresh
                        ? run.Run(fresh, progress, cancellationToken)
                        : run.Resume(progress, cancellationToken),
                    cancellationToken));
        }
        catch (OperationCanceledException) when (Directory.Exists(folder.Best))
        {
            terminal.WriteError($"stopped; the best model so far is in {folder.Best}. To resume: hasta train --resume {request.Out}");
            throw;
        }

        var evaluation = new EvaluationRequest { Run = request.Out, Data = request.New?.Data ?? folder.ReadSource() };
        return EvaluateRunner.Run(terminal, evaluation).Report;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        TrainRequest request = await WithBackboneAsync(
            terminal, TrainArguments.Parse(parsed), parsed.GetValue(BackboneOption.Option), cancellationToken);
        EvaluationReport report = await TrainAsync(terminal, request, cancellationToken);
        EvaluationTable.Print(terminal, report);
        string best = Path.Combine(request.Out, CheckpointFolder.BestFolder);
        terminal.Out.MarkupLineInterpolated(
            $"The best model is in [bold]{best}[/], the report in [bold]{new RunFolder(request.Out).ReportPage}[/]");
        return ExitCode.Done;
    }

    /// <summary>Adds the backbone to a new run; a resumed run already has its weights.</summary>
    private static async Task<TrainRequest> WithBackboneAsync(
        Terminal terminal,
        TrainRequest request,
        string? named,
        CancellationToken cancellationToken)
    {
        if (request.New is not { } fresh)
        {
            return request;
        }

        (TrainingConfig config, VitFolder? published) =
            await BackboneOption.FindAsync(terminal, fresh.Config, named, cancellationToken);
        return request with { New = fresh with { Config = config, Backbone = published } };
    }
}
