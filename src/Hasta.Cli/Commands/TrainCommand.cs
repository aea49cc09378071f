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

/// <summary><c>hasta train</c>: a data folder -> a run with its best checkpoint and its test result.</summary>
internal static class TrainCommand
{
    private const string FindBatch = "auto";
    private static readonly Argument<string?> Data = new("DATA") { Description = "A data folder that hasta prepare made; not with --resume.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Out = new("--out") { Description = "The run's folder; it must not hold a run." };
    private static readonly Option<string?> Resume = new("--resume") { Description = "A run that was stopped or killed: continues as if it had never stopped." };
    private static readonly Option<string?> Config = new("--config") { Description = "Settings (JSON, as in experiments/); the defaults where left out." };
    private static readonly Option<SplitProtocol> Protocol = new("--split")
    {
        Description = "What training and test must not share: signer, session, official (the data set's own list), or random (says nothing of strangers).",
        DefaultValueFactory = _ => SplitProtocol.Auto,
    };

    private static readonly Option<string[]> TestSigners = new("--test-signer") { Description = "A signer to keep for the test; may be given several times." };
    private static readonly Option<string[]> ValidationSigners = new("--validation-signer") { Description = "A signer to keep for validation; may be given several times." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seeds the split, the weights and the augmentation." };
    private static readonly Option<int?> Epochs = new("--epochs") { Description = "Passes over the training clips, also where that is fewer steps than minSteps." };
    private static readonly Option<string?> Batch = new("--batch") { Description = "Clips in an optimiser step; auto keeps the settings' and finds how many of them can be computed at a time." };
    private static readonly Option<int?> MicroBatch = new("--micro-batch") { Description = "Clips computed at a time; halved by itself where memory runs out, while the batch stays." };
    private static readonly Option<double?> Memory = new("--memory-limit") { Description = "GiB that the process may take; above it fewer clips are computed at a time." };
    private static readonly Option<double?> SaveEvery = new("--save-every") { Description = "Seconds between two saves within an epoch (180): what a kill may cost." };
    private static readonly Option<string> Device = new("--device") { Description = "auto, cpu, cuda, cuda:N or mps.", DefaultValueFactory = _ => "auto" };

    private static readonly Option[] OnlyForNewRuns = [Out, Config, BackboneOption.Option, Protocol, TestSigners, ValidationSigners, Seed, Epochs, Batch, MicroBatch];

    public static Command Create(Terminal terminal)
    {
        var command = new Command("train", "Trains a model, keeps the best by validation, and ends with its result on people it never saw.")
        {
            Data, Out, Resume, Config, BackboneOption.Option, Protocol, TestSigners, ValidationSigners, Seed, Epochs, Batch, MicroBatch, Memory, SaveEvery, Device,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(terminal, parsed, cancellationToken));
        return command;
    }

    /// <summary>Trains, tests and writes the report; also what the demo runs.</summary>
    public static async Task<EvaluationReport> TrainAsync(Terminal terminal, TrainRequest request, CancellationToken cancellationToken)
    {
        var folder = new RunFolder(request.Out);
        using ILoggerFactory loggers = Logs.ToFile(terminal, folder.Logs, TimeProvider.System);
        var run = new TrainingRun(folder, request.Device, loggers) { Memory = request.Memory, SaveEvery = request.SaveEvery, Planned = plan => terminal.Error.WriteLine($"{plan}") };
        try
        {
            await ProgressBar.RunAsync(
                terminal,
                "Training",
                progress => Task.Run(() => request.New is { } fresh ? run.Run(fresh, progress, cancellationToken) : run.Resume(progress, cancellationToken), cancellationToken));
        }
        catch (OperationCanceledException) when (Directory.Exists(folder.Best))
        {
            terminal.WriteError($"stopped; the best model so far is in {folder.Best}. Go on with: hasta train --resume {request.Out}");
            throw;
        }

        return EvaluateRunner.Run(terminal, new EvaluationRequest { Run = request.Out, Data = request.New?.Data ?? folder.ReadSource() }).Report;
    }

    private static async Task<int> RunAsync(Terminal terminal, ParseResult parsed, CancellationToken cancellationToken)
    {
        TrainRequest request = await WithBackboneAsync(terminal, RequestOf(parsed), parsed.GetValue(BackboneOption.Option), cancellationToken);
        EvaluationReport report = await TrainAsync(terminal, request, cancellationToken);
        EvaluationTable.Print(terminal, report);
        terminal.Out.MarkupLineInterpolated($"The best model is in [bold]{Path.Combine(request.Out, CheckpointFolder.BestFolder)}[/], the report in [bold]{new RunFolder(request.Out).ReportPage}[/]");
        return ExitCode.Done;
    }

    /// <summary>A run that continues has its own weights already.</summary>
    private static async Task<TrainRequest> WithBackboneAsync(Terminal terminal, TrainRequest request, string? named, CancellationToken cancellationToken)
    {
        if (request.New is not { } fresh)
        {
            return request;
        }

        (TrainingConfig config, VitFolder? published) = await BackboneOption.FindAsync(terminal, fresh.Config, named, cancellationToken);
        return request with { New = fresh with { Config = config, Backbone = published } };
    }

    /// <exception cref="UsageException">Arguments that do not go together.</exception>
    private static TrainRequest RequestOf(ParseResult parsed)
    {
        string? resumed = parsed.GetValue(Resume);
        if (resumed is null == (parsed.GetValue(Out) is null || parsed.GetValue(Data) is null))
        {
            throw new UsageException("Give DATA and --out RUN for a new run, or --resume RUN alone.");
        }

        if (resumed is not null && OnlyForNewRuns.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } ignored)
        {
            throw new UsageException($"{ignored.Name} does not go with --resume: the run keeps its own settings.");
        }

        double? limit = parsed.GetValue(Memory);
        double saveEvery = parsed.GetValue(SaveEvery) ?? LastCheckpoint.DefaultInterval.TotalSeconds;
        return new TrainRequest
        {
            Out = resumed ?? parsed.GetValue(Out)!,
            New = resumed is null ? NewRun(parsed) : null,
            Device = TorchDevice.Pick(parsed.GetValue(Device)!),
            Memory = limit is null ? MemoryLimit.None : limit > 0 ? new MemoryLimit((long)(limit * (1L << 30))) : throw new UsageException("--memory-limit must be above 0."),
            SaveEvery = saveEvery is >= 0 and <= 1e6 ? TimeSpan.FromSeconds(saveEvery) : throw new UsageException("--save-every must be 0 or more seconds."),
        };
    }

    private static RunRequest NewRun(ParseResult parsed)
    {
        TrainingConfig config = ConfigFile.Read(parsed.GetValue(Config));
        bool finds = parsed.GetValue(Batch) == FindBatch;
        if (finds && parsed.GetValue(MicroBatch) is not null)
        {
            throw new UsageException("--batch auto finds the --micro-batch: give one of them.");
        }

        config = config with
        {
            Seed = parsed.GetValue(Seed) ?? config.Seed,
            Epochs = parsed.GetValue(Epochs) ?? config.Epochs,
            MinSteps = parsed.GetValue(Epochs) is null ? config.MinSteps : 0,
            BatchSize = finds ? config.BatchSize : BatchOf(parsed) ?? config.BatchSize,
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
            FindMicroBatch = finds,
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
        { } other => throw new UsageException($"--batch {other}: a number of clips, or {FindBatch}."),
    };
}
