using System.CommandLine;
using System.Globalization;
using Hasta.Datasets.Splits;
using Hasta.Tool;
using Hasta.Training;
using Hasta.Training.Memory;
using Hasta.Training.Runs;

namespace Hasta.Cli.Commands;

/// <summary>The arguments of <see cref="TrainCommand"/>.</summary>
internal static class TrainArguments
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

    public static void AddTo(Command command)
    {
        command.Arguments.Add(Data);
        Option[] all = [Out, Resume, .. OnlyForNewRuns.Except([Out]), Memory, SaveEvery, Device];
        Array.ForEach(all, command.Options.Add);
    }

    /// <exception cref="UsageException">The arguments exclude each other, or a value is out of range.</exception>
    public static TrainRequest Parse(ParseResult parsed)
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
            Device = TorchSetup.Pick(parsed.GetValue(Device)!),
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
