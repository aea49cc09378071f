using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Recognition.Models;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training.Runs;

/// <summary>One training run, from a data folder to a saved checkpoint.</summary>
internal sealed class TrainingRun(RunFolder folder, torch.Device device, ILoggerFactory loggers)
{
    private readonly ILogger<TrainingRun> logger = loggers.CreateLogger<TrainingRun>();

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Time between two saves of <c>last/</c> within an epoch; it is also saved after each epoch.</summary>
    public TimeSpan SaveEvery { get; init; } = LastCheckpoint.DefaultInterval;

    /// <summary>Called before the first step.</summary>
    public Action<TrainingPlan>? Planned { get; init; }

    /// <returns>The results of all epochs; the best checkpoint is in the run's folder.</returns>
    /// <exception cref="HastaException">
    /// The data set cannot be used or split as requested, the folder already contains a run, or another process is training there.
    /// </exception>
    /// <exception cref="OperationCanceledException">Stopped; the best checkpoint so far is in the run's folder.</exception>
    public IReadOnlyList<EpochResult> Run(RunRequest request, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        folder.RequireNew();
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(request.Data);
        SplitPlan plan = Plan(entries, request.Split);
        TrainingInput input = Load(request.Data, entries, plan, request.Config) with { Backbone = request.Backbone };
        using IDisposable exclusive = folder.Lock();
        folder.RequireNew();
        TrainingConfig config = request.FindMicroBatch
            ? request.Config with { MicroBatch = FindMicroBatch(request.Config, input) }
            : request.Config;
        folder.Create(request.Data, config, plan);
        foreach (string warning in SimilarNames.Describe(entries))
        {
            logger.LogWarning("{Warning}", warning);
        }

        WarnOfNearTakes(Leaks.Check(plan, entries));
        return Train(config, input, plan, progress, cancellationToken);
    }

    /// <summary>Resumes the run as if it had not been interrupted.</summary>
    /// <exception cref="HastaException">
    /// There is no run, another process is training it, its checkpoint is damaged, or the data folder has changed.
    /// </exception>
    /// <exception cref="OperationCanceledException">Stopped again.</exception>
    public IReadOnlyList<EpochResult> Resume(IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        TrainingConfig config = folder.ReadConfig();
        using IDisposable exclusive = folder.Lock();
        if (config.Model is VitFusionConfig { PretrainedSha256: not null } && LastCheckpoint.Locate(folder.Last) is null)
        {
            throw new BadFileException(
                folder.Root,
                "the run was stopped before it had saved its backbone's published weights.",
                "Start it again in another folder.");
        }

        string data = folder.ReadSource();
        SplitPlan plan = SplitPlan.Read(folder.Root)
            ?? throw new BadFileException(folder.Root, "its splits.json is missing.", "Train again into another folder.");
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        var hashes = entries.ToDictionary(entry => entry.Clip, entry => entry.PoseSha256, StringComparer.Ordinal);
        if (plan.Clips.FirstOrDefault(clip => hashes.GetValueOrDefault(clip.Clip) != clip.PoseSha256) is { } changed)
        {
            throw new BadFileException(
                data,
                $"{changed.Clip} has changed since this run was started.",
                "Restore the data folder, or train again into another folder.");
        }

        return Train(config, Load(data, entries, plan, config), plan, progress, cancellationToken);
    }

    private IReadOnlyList<EpochResult> Train(
        TrainingConfig config,
        TrainingInput input,
        SplitPlan plan,
        IProgress<WorkProgress> progress,
        CancellationToken cancellationToken)
    {
        logger.LogInformation("{Protocol}", plan.Description);
        var recorder = new RunRecorder(folder, config, plan, input.Vocabulary, Clock) { Progress = progress, Engine = input.Engine };
        var trainer = new Trainer(config, device, loggers.CreateLogger<Trainer>())
        {
            Last = new LastCheckpoint(folder.Last, SaveEvery, Clock),
            Memory = Memory,
            Planned = Planned,
        };
        using TrainingResult result = trainer.Train(input, recorder, cancellationToken);
        recorder.OnFinished(result, ClipSigns.Fit(result.Classifier, device, input.Train, []));
        return result.History;
    }

    private SplitPlan Plan(IReadOnlyList<ManifestEntry> entries, SplitRequest request)
    {
        try
        {
            return Splitter.Split(entries, request);
        }
        catch (LeakException error)
        {
            LeakFile.Write(folder.Root, error.Leaks);
            throw new LeakException(error.Leaks, folder.LeaksFile);
        }
    }

    private void WarnOfNearTakes(IReadOnlyList<Leak> leaks)
    {
        LeakFile.Write(folder.Root, leaks);
        if (leaks.Count > 0)
        {
            logger.LogWarning(
                "{Count} pairs of takes that were recorded one after the other are in different splits ({First} ...): "
                + "results will look better than they are. All pairs are listed in {List}.",
                leaks.Count,
                leaks[0],
                folder.LeaksFile);
        }
    }

    private int FindMicroBatch(TrainingConfig config, TrainingInput input)
    {
        config.Validate();
        var search = new MicroBatchSearch(config, device, loggers.CreateLogger<MicroBatchSearch>()) { Memory = Memory };
        int found = search.Find(input.Train[0].Body, input.Vocabulary.Count);
        logger.LogInformation("Micro-batches of {Clips} clips, {Batch} clips per step.", found, config.BatchSize);
        return found;
    }

    private TrainingInput Load(string data, IReadOnlyList<ManifestEntry> entries, SplitPlan plan, TrainingConfig config)
    {
        LandmarkEngineId engine = Manifest.EngineOf(data, entries);
        TrainingData loaded = TrainingData.Load(data, entries, TrainingData.VocabularyOf(data, entries), config.Features);
        foreach (SkippedClip skipped in loaded.Skipped)
        {
            logger.LogWarning("Skipped {Clip}: {Reason}", skipped.Clip, skipped.Reason);
        }

        var input = new TrainingInput
        {
            Vocabulary = loaded.Vocabulary,
            Train = ClipsOf(loaded, plan, Split.Train),
            Validation = ClipsOf(loaded, plan, Split.Validation),
            Engine = engine,
        };
        Check(data, input);
        return input;
    }

    private static LoadedClip[] ClipsOf(TrainingData data, SplitPlan plan, Split split)
    {
        IReadOnlySet<string> clips = plan.IdsIn(split);
        return [.. data.Clips.Where(clip => clips.Contains(clip.Clip))];
    }

    private void Check(string data, TrainingInput input)
    {
        string[] present = [.. input.Train.Select(clip => clip.Gloss).Distinct()];
        if (input.Train.Count < 2 || present.Length < 2)
        {
            throw new BadFileException(
                data,
                $"only {CountText.Of(input.Train.Count, "clip")} of {CountText.Of(present.Length, "gloss", "glosses")} left for training.",
                "Add clips or signers.");
        }

        string[] missing = [.. input.Vocabulary.Glosses.Except(present)];
        if (missing.Length > 0)
        {
            logger.LogWarning(
                "There is no training clip of {Glosses}: the model cannot learn these glosses.",
                string.Join(", ", missing.Take(10)));
        }
    }
}
