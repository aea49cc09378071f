using Hasta.Datasets;
using Hasta.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training;

/// <summary>One run from a data folder to a kept checkpoint.</summary>
public sealed class TrainingRun(RunFolder folder, TrainingConfig config, torch.Device device, ILoggerFactory loggers)
{
    private readonly ILogger<TrainingRun> logger = loggers.CreateLogger<TrainingRun>();

    /// <returns>What training gave; the best checkpoint lies in the run's folder.</returns>
    /// <exception cref="HastaException">The data set cannot be used or parted as asked, or the run is there already.</exception>
    /// <exception cref="OperationCanceledException">Stopped; the best checkpoint so far lies in the run's folder.</exception>
    public IReadOnlyList<EpochResult> Run(string data, SplitRequest request, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        SplitPlan plan = Splitter.Split(entries, request);
        TrainingData loaded = TrainingData.Load(data, entries, TrainingData.VocabularyOf(data, entries), config.Features);
        foreach (SkippedClip skipped in loaded.Skipped)
        {
            logger.LogWarning("Left out {Clip}: {Reason}", skipped.Clip, skipped.Reason);
        }

        TrainingClip[] train = Part(loaded, plan, Split.Train);
        TrainingClip[] validation = Part(loaded, plan, Split.Validation);
        Check(data, train, loaded.Vocabulary);
        folder.Create(config, plan);
        logger.LogInformation("{Protocol}", plan.Description);
        var watch = new Watch(folder, config, plan, loaded.Vocabulary, progress);
        using Fit fit = new Trainer(config, device, loggers.CreateLogger<Trainer>()).Train(loaded.Vocabulary, train, validation, watch, cancellationToken);
        watch.OnBetter(fit.Classifier, fit.Calibration);
        return fit.History;
    }

    private static TrainingClip[] Part(TrainingData data, SplitPlan plan, Split split)
    {
        IReadOnlySet<string> clips = plan.ClipsOf(split);
        return [.. data.Clips.Where(clip => clips.Contains(clip.Clip))];
    }

    private void Check(string data, TrainingClip[] train, Vocabulary vocabulary)
    {
        int[] present = [.. train.Select(clip => clip.Gloss).Distinct()];
        if (train.Length < 2 || present.Length < 2)
        {
            throw new BadFileException(data, $"{train.Length} clips of {present.Length} gloss(es) are left for training.", "Add clips or signers.");
        }

        string[] missing = [.. vocabulary.Glosses.Where((_, i) => !present.Contains(i))];
        if (missing.Length > 0)
        {
            logger.LogWarning("No training clip shows {Glosses}: the model cannot learn these.", string.Join(", ", missing.Take(10)));
        }
    }

    /// <summary>Writes history and the best checkpoint as they come.</summary>
    private sealed class Watch(RunFolder folder, TrainingConfig config, SplitPlan plan, Vocabulary vocabulary, IProgress<WorkProgress> progress) : ITrainingWatch
    {
        public void OnEpoch(EpochResult result, int epochs)
        {
            folder.Append(result);
            string note = result.ValidationAccuracy is { } accuracy ? $"validation {accuracy:P1}" : $"loss {result.TrainLoss:0.000}";
            progress.Report(new WorkProgress(result.Epoch, epochs, note));
        }

        public void OnBetter(Classifier classifier, Calibration calibration)
        {
            folder.SaveBest(new Checkpoint(config.ForCheckpoint(calibration, plan.Description), vocabulary, classifier), plan);
        }
    }
}
