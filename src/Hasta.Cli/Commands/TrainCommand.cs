using System.CommandLine;
using System.Globalization;
using Hasta.Datasets.Splits;
using Hasta.Recognition.Models;
using Hasta.Tool;
using Hasta.Tool.Output;
using Hasta.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Evaluation;
using Hasta.Training.Memory;
using Hasta.Training.Models.Vit;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;

namespace Hasta.Cli.Commands;

/// <summary><c>hasta train</c>: a data folder -> a run with its best checkpoint and test result.</summary>
internal static class TrainCommand
{
    private const string FindBatch = "auto";
    private static readonly Argument<string?> Data = new("DATA")
    {
        Description = "A data folder from hasta prepare; not with --resume.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> Out = new("--out") { Description = "The run's folder; it must not contain a run." };
    private static readonly Option<string?> Resume = new("--resume")
    {
        Description = "An interrupted run to resume. The result is the same as without the interruption.",
    };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "Settings (JSON, as in experiments/). Default: the built-in settings.",
    };

    private static readonly Option<SplitProtocol> Protocol = new("--split")
    {
        Description = "What training and test must not share: signer, session, official (the data set's list), or random "
            + "(no measure of accuracy on unseen signers).",
        DefaultValueFactory = _ => SplitProtocol.Auto,
    };

    private static readonly Option<string[]> TestSigners = new("--test-signer")
    {
        Description = "A signer to reserve for the test; can be repeated.",
    };

    private static readonly Option<string[]> ValidationSigners = new("--validation-signer")
    {
        Description = "A signer to reserve for validation; can be repeated.",
    };

    private static readonly Option<int?> Seed = new("--seed") { Description = "Seeds the split, the weights and the augmentation." };
    private static readonly Option<int?> Epochs = new("--epochs")
    {
        Description = "Passes over the training clips, even if that is fewer steps than minSteps.",
    };

    private static readonly Option<string?> Batch = new("--batch")
    {
        Description = "Clips per optimizer step; auto keeps the batch size of the settings and finds the largest micro-batch that fits.",
    };

    private static readonly Option<int?> MicroBatch = new("--micro-batch")
    {
        Description = "Clips computed at a time; halved automatically when memory runs out. The batch size does not change.",
    };

    private static readonly Option<double?> Memory = new("--memory-limit")
    {
        Description = "Maximum GiB of memory for the process; above it the micro-batch is reduced.",
    };

    private static readonly Option<double?> SaveEvery = new("--save-every")
    {
        Description = "Seconds between two saves within an epoch (180): the most work that a kill can lose.",
    };

    private static readonly Option<string> Device = new("--device")
    {
        Description = "auto, cpu, cuda, cuda:N or mps.",
        DefaultValueFactory = _ => "auto",
    };

    private static readonly Option[] OnlyForNewRuns =
        [Out, Config, BackboneOption.Option, Protocol, TestSigners, ValidationSigners, Seed, Epochs, Batch, MicroBatch];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a model, keeps the best by validation, and tests it on people it never saw.")
        {
            Data,
            Out,
            Resume,
            Config,
            BackboneOption.Option,
            Protocol,
            TestSigners,
            ValidationSigners,
            Seed,
            Epochs,
            Batch,
            MicroBatch,
            Memory,
            SaveEvery,
            Device,
        };
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
            terminal, RequestOf(parsed), parsed.GetValue(BackboneOption.Option), cancellationToken);
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

    /// <exception cref="UsageException">The arguments exclude each other, or a value is out of range.</exception>
    private static TrainRequest RequestOf(ParseResult parsed)
    {
        string? resumed = parsed.GetValue(Resume);
        if (resumed is null == (parsed.GetValue(Out) is null || parsed.GetValue(Data) is null))
        {
            throw new UsageException("Give DATA and --out RUN for a new run, or --resume RUN alone.");
        }

        if (resumed is not null && OnlyForNewRuns.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } invalid)
        {
            throw new UsageException($"{invalid.Name} cannot be used with --resume: the run keeps its settings.");
        }

        double? limit = parsed.GetValue(Memory);
        double saveEvery = parsed.GetValue(SaveEvery) ?? LastCheckpoint.DefaultInterval.TotalSeconds;
        return new TrainRequest
        {
            Out = resumed ?? parsed.GetValue(Out)!,
            New = resumed is null ? NewRun(parsed) : null,
            Device = TorchDevice.Pick(parsed.GetValue(Device)!),
            Memory = limit is null ? MemoryLimit.None
                : limit > 0 ? new MemoryLimit((long)(limit * (1L << 30)))
                : throw new UsageException("--memory-limit must be above 0."),
            SaveEvery = saveEvery is >= 0 and <= 1e6
                ? TimeSpan.FromSeconds(saveEvery)
                : throw new UsageException("--save-every must be 0 to 1,000,000 seconds."),
        };
    }

    private static RunRequest NewRun(ParseResult parsed)
    {
        TrainingConfig config = ConfigFile.Read(parsed.GetValue(Config));
        bool findsMicroBatch = parsed.GetValue(Batch) == FindBatch;
        if (findsMicroBatch && parsed.GetValue(MicroBatch) is not null)
        {
            throw new UsageException("--batch auto finds the --micro-batch: give one of them.");
        }

        config = config with
        {
            Seed = parsed.GetValue(Seed) ?? config.Seed,
            Epochs = parsed.GetValue(Epochs) ?? config.Epochs,
            MinSteps = parsed.GetValue(Epochs) is null ? config.MinSteps : 0,
            BatchSize = findsMicroBatch ? config.BatchSize : BatchOf(parsed) ?? config.BatchSize,
            MicroBatch = parsed.GetValue(MicroBatch) ?? config.MicroBatch,
        };
        try
        {
            config.Validate();
        }
        catch (ArgumentException error)
        {
            throw new UsageException(error.Message);
        }

        return new RunRequest
        {
            Data = parsed.GetValue(Data)!,
            Config = config,
            FindMicroBatch = findsMicroBatch,
            Split = new SplitRequest
            {
                Protocol = parsed.GetValue(Protocol),
                Seed = config.Seed,
                TestSigners = parsed.GetValue(TestSigners) ?? [],
                ValidationSigners = parsed.GetValue(ValidationSigners) ?? [],
            },
        };
    }

    private static int? BatchOf(ParseResult parsed) => parsed.GetValue(Batch) switch
    {
        null => null,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int clips) => clips,
        { } other => throw new UsageException($"--batch {other} must be a number of clips or {FindBatch}."),
    };
}
