using Hasta.Datasets;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training;

/// <summary>One run from a data folder to a kept checkpoint.</summary>
public sealed class TrainingRun(RunFolder folder, torch.Device device, ILoggerFactory loggers)
{
    private readonly ILogger<TrainingRun> logger = loggers.CreateLogger<TrainingRun>();

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    /// <returns>What training gave; the best checkpoint lies in the run's folder.</returns>
    /// <exception cref="HastaException">The data set cannot be used or parted as asked, or the run is there already.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the best checkpoint so far lies in the run's folder.</exception>
    public IReadOnlyList<EpochResult> Run(RunRequest request, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(request.Data);
        SplitPlan plan = Splitter.Split(entries, request.Split);
        TrainingParts parts = Load(request.Data, entries, plan, request.Config);
        folder.Create(request.Data, request.Config, plan);
        return Train(request.Config, parts, plan, progress, cancellationToken);
    }

    /// <summary>Goes on with the run that is here, as if it had never stopped.</summary>
    /// <exception cref="HastaException">There is no run, its checkpoint is torn, or the data folder is not what it was.</exception>
    /// <exception cref="OperationCanceledException">Stopped again.</exception>
    public IReadOnlyList<EpochResult> Resume(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        TrainingConfig config = folder.ReadConfig();
        string data = folder.ReadSource();
        SplitPlan plan = SplitPlan.Read(folder.Root) ?? throw new BadFileException(folder.Root, "its splits.json is missing.", "Train anew into another folder.");
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        var hashes = entries.ToDictionary(entry => entry.Clip, entry => entry.PoseSha256, StringComparer.Ordinal);
        if (plan.Clips.FirstOrDefault(clip => hashes.GetValueOrDefault(clip.Clip) != clip.PoseSha256) is { } changed)
        {
            throw new BadFileException(data, $"{changed.Clip} is no longer what this run was trained on.", "Bring the data folder back as it was, or train anew into another folder.");
        }

        return Train(config, Load(data, entries, plan, config), plan, progress, cancellationToken);
    }

    private IReadOnlyList<EpochResult> Train(TrainingConfig config, TrainingParts parts, SplitPlan plan, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        logger.LogInformation("{Protocol}", plan.Description);
        var watch = new RunWatch(folder, config, plan, parts.Vocabulary) { Progress = progress, Engine = parts.Engine };
        var trainer = new Trainer(config, device, loggers.CreateLogger<Trainer>()) { Last = new LastCheckpoint(folder.Last, TimeProvider.System), Memory = Memory };
        using Fit fit = trainer.Train(parts, watch, cancellationToken);
        watch.OnBetter(fit.Classifier, fit.Calibration);
        return fit.History;
    }

    private TrainingParts Load(string data, IReadOnlyList<ManifestEntry> entries, SplitPlan plan, TrainingConfig config)
    {
        string engine = TrainingEngine.Of(data, entries);
        TrainingData loaded = TrainingData.Load(data, entries, TrainingData.VocabularyOf(data, entries), config.Features);
        foreach (SkippedClip skipped in loaded.Skipped)
        {
            logger.LogWarning("Left out {Clip}: {Reason}", skipped.Clip, skipped.Reason);
        }

        var parts = new TrainingParts { Vocabulary = loaded.Vocabulary, Train = Part(loaded, plan, Split.Train), Validation = Part(loaded, plan, Split.Validation), Engine = engine };
        Check(data, parts);
        return parts;
    }

    private static TrainingClip[] Part(TrainingData data, SplitPlan plan, Split split)
    {
        IReadOnlySet<string> clips = plan.ClipsOf(split);
        return [.. data.Clips.Where(clip => clips.Contains(clip.Clip))];
    }

    private void Check(string data, TrainingParts parts)
    {
        int[] present = [.. parts.Train.Select(clip => clip.Gloss).Distinct()];
        if (parts.Train.Count < 2 || present.Length < 2)
        {
            throw new BadFileException(data, $"{parts.Train.Count} clips of {present.Length} gloss(es) are left for training.", "Add clips or signers.");
        }

        string[] missing = [.. parts.Vocabulary.Glosses.Where((_, i) => !present.Contains(i))];
        if (missing.Length > 0)
        {
            logger.LogWarning("No training clip shows {Glosses}: the model cannot learn these.", string.Join(", ", missing.Take(10)));
        }
    }
}
