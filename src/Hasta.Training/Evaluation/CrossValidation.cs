using System.Diagnostics;
using Hasta.Datasets;
using Hasta.Datasets.Leakage;
using Hasta.Datasets.Splits;
using Hasta.Landmarks;
using Hasta.Landmarks.Text;
using Hasta.Recognition;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Evaluation.Metrics;
using Hasta.Training.Evaluation.Streams;
using Hasta.Training.Models.Vit;
using Hasta.Training.Optimisation;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training.Evaluation;

/// <summary>
/// Leave-one-signer-out cross-validation. Each fold trains on all other signers for all epochs of the config. Nothing is chosen on the
/// left-out signer's clips, so each of them is evaluated once per seed.
/// </summary>
internal sealed class CrossValidation(TrainingConfig config, torch.Device device, ILoggerFactory loggers)
{
    private const string Protocol = "leave one signer out; no validation clips, all epochs run, nothing chosen on the left-out clips";
    private readonly List<(string Signer, float[] Logits, int Gloss)> heldOut = [];
    private readonly Dictionary<string, double> nearestNeighbour = [];

    /// <summary>Whether to also evaluate a nearest-neighbor baseline on the same clips.</summary>
    public bool WithBaseline { get; init; }

    /// <summary>Also recognizes the left-out clips as streams, by models that use landmarks only; null for no streams.</summary>
    public RecordedStreams? Streams { get; init; }

    /// <summary>Published weights that initialize the image backbone.</summary>
    public VitFolder? Backbone { get; init; }

    /// <summary>
    /// A data folder with words of one signer. Glosses that the model is not trained on become prototypes of the refitted model, which
    /// answers them on request only; null if there are none.
    /// </summary>
    public string? OneSignerData { get; init; }

    /// <summary>Called before each training run.</summary>
    public Action<TrainingPlan>? Planned { get; init; }

    /// <param name="data">The data folder; every clip needs a signer.</param>
    /// <param name="seeds">Number of seeds, counting up from the config's seed.</param>
    /// <param name="progress">Reports each fold.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="SplitException">A clip has no signer, or there are fewer than two signers.</exception>
    /// <exception cref="LeakException">The same recording belongs to two signers.</exception>
    public CrossValidationResult Run(string data, int seeds, IProgress<WorkProgress> progress, CancellationToken cancellationToken)
    {
        TrainingData loaded = Load(data, out string[] signers);
        var folds = new List<FoldResult>();
        long parameters = 0;
        for (int seed = config.Seed; seed < config.Seed + seeds; seed++)
        {
            foreach (string signer in signers)
            {
                (FoldResult fold, parameters) = RunFold(loaded, signer, config with { Seed = seed }, cancellationToken);
                folds.Add(fold);
                progress.Report(new WorkProgress(
                    folds.Count, seeds * signers.Length, $"{signer} {fold.Top1:P1}, mirrored {fold.MirroredTop1:P1}"));
            }
        }

        return new CrossValidationResult { Protocol = Protocol, Config = config, Parameters = parameters, Folds = folds };
    }

    /// <summary>
    /// Trains the final model on every clip. The temperature and the unsure threshold are fitted on the left-out clips of
    /// <see cref="Run"/>, which must be called first.
    /// </summary>
    public void Refit(string data, string checkpoint, CancellationToken cancellationToken)
    {
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        TrainingData loaded = Load(data, out string[] signers);
        IReadOnlyList<LoadedClip> oneSigner = LoadOneSignerClips(loaded.Vocabulary, Manifest.EngineOf(data, entries));
        var calibration = Calibration.Fit([.. heldOut.Select(clip => clip.Logits)], [.. heldOut.Select(clip => clip.Gloss)]);
        using TrainingResult fit = Train(loaded.Vocabulary, loaded.Clips, config, cancellationToken);
        var plan = new SplitPlan
        {
            Protocol = SplitProtocol.Signer,
            Description = $"trained on all clips of {CountText.Of(signers.Length, "signer")}",
            Seed = config.Seed,
            Clips = [.. entries.Select(entry => AssignedClip.From(entry, Split.Train))],
        };
        CheckpointConfig settings = config.ForCheckpoint(calibration, plan.Description, Manifest.EngineOf(data, entries));
        LeftOutAnswer[] answers =
        [
            .. heldOut.Select(clip => new LeftOutAnswer(
                clip.Signer, loaded.Vocabulary.Glosses[clip.Gloss], loaded.Vocabulary.BestOf(clip.Logits))),
        ];
        new RunFolder(checkpoint).SaveBest(
            new Checkpoint(settings, loaded.Vocabulary, fit.Classifier)
            {
                Statistics = LeftOutStatistics.Compute(loaded.Clips, answers),
                Signs = ClipSigns.Fit(fit.Classifier, device, loaded.Clips, oneSigner),
            },
            plan);
    }

    private TrainingData Load(string data, out string[] signers)
    {
        IReadOnlyList<ManifestEntry> entries = Manifest.Read(data);
        Manifest.EngineOf(data, entries);
        if (entries.FirstOrDefault(entry => entry.Signer is null) is { } unknown)
        {
            throw new SplitException(
                $"The signer of {unknown.Clip} is unknown. Prepare the data from a CSV that has a signer in every row.");
        }

        IReadOnlyDictionary<string, string> representatives = SimilarNames.Representatives(entries.Select(entry => entry.Signer!));
        if (representatives.FirstOrDefault(name => name.Key != name.Value) is { Key: { } alias, Value: var known })
        {
            throw new SplitException(
                $"{NameText.Show(known)} and {NameText.Show(alias)} are probably the same signer and would be on both sides of a fold. "
                + "Use one spelling of the name in the CSV and prepare the data again.");
        }

        foreach (string warning in SimilarNames.Describe(entries))
        {
            loggers.CreateLogger<CrossValidation>().LogWarning("{Warning}", warning);
        }

        IReadOnlyList<Leak> leaks = LeakFinder.Find([.. entries.Select(entry => AssignedClip.From(entry, entry.Signer!))]);
        if (leaks.Any(leak => leak.IsSameClip))
        {
            throw new LeakException(leaks);
        }

        signers = [.. entries.Select(entry => entry.Signer!).Distinct().Order(StringComparer.Ordinal)];
        return signers.Length >= 2
            ? TrainingData.Load(data, entries, TrainingData.VocabularyOf(data, entries), config.Features)
            : throw new SplitException("Leave-one-signer-out needs at least two signers.");
    }

    /// <returns>Clips of glosses that are not in the vocabulary.</returns>
    private IReadOnlyList<LoadedClip> LoadOneSignerClips(Vocabulary vocabulary, LandmarkEngineId engine)
    {
        if (OneSignerData is null)
        {
            return [];
        }

        IReadOnlyList<ManifestEntry> entries = Manifest.Read(OneSignerData);
        return Manifest.EngineOf(OneSignerData, entries) == engine
            ? ClipLoader.Load(OneSignerData, [.. entries.Where(entry => vocabulary.IndexOf(entry.Gloss) < 0)], config.Features, out _)
            : throw new BadFileException(
                OneSignerData,
                "its landmarks come from another engine than the training clips.",
                "Prepare both with the same options.");
    }

    private (FoldResult Fold, long Parameters) RunFold(
        TrainingData data, string signer, TrainingConfig foldConfig, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        LoadedClip[] test = [.. data.Clips.Where(clip => clip.Signer == signer)];
        LoadedClip[] train = [.. data.Clips.Where(clip => clip.Signer != signer)];
        using TrainingResult fit = Train(data.Vocabulary, train, foldConfig, cancellationToken);
        IReadOnlyList<float[]> original = Predictor.Logits(fit.Classifier, device, [.. test.Select(clip => clip.Body)]);
        IReadOnlyList<float[]> mirrored = Predictor.Logits(fit.Classifier, device, [.. test.Select(clip => clip.Body.Mirror())]);
        heldOut.AddRange(original.Select((logits, i) => (signer, logits, data.Vocabulary.IndexOf(test[i].Gloss))));
        var fold = new FoldResult
        {
            Signer = signer,
            Seed = foldConfig.Seed,
            Clips = test.Length,
            Top1 = Accuracy(original, test, data.Vocabulary),
            MirroredTop1 = Accuracy(mirrored, test, data.Vocabulary),
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            NearestNeighbourTop1 = WithBaseline ? Baseline(signer, train, test) : null,
            Streams = Streams is null ? null : RunStreams(Streams, data.Vocabulary, signer, fit),
        };
        return (fold, fit.Classifier.ParameterCount);
    }

    private TrainingResult Train(
        Vocabulary vocabulary, IReadOnlyList<LoadedClip> clips, TrainingConfig runConfig, CancellationToken cancellationToken)
    {
        var trainer = new Trainer(runConfig, device, loggers.CreateLogger<Trainer>()) { Planned = Planned };
        var input = new TrainingInput { Vocabulary = vocabulary, Train = clips, Backbone = Backbone };
        return trainer.Train(input, Unobserved.Instance, cancellationToken);
    }

    private RecordedResult RunStreams(RecordedStreams streams, Vocabulary vocabulary, string signer, TrainingResult fit)
    {
        CheckpointConfig settings = config.ForCheckpoint(new Calibration(1, 0), Protocol);
        var contents = new CheckpointContents(settings, vocabulary, Weights.ToArrays(fit.Classifier));
        using var recognizer = new SignRecognizer(new RecognitionModel(contents, ClassifierExporter.Export(contents)));
        return streams.Run(signer, recognizer);
    }

    /// <summary>Computed once per signer, because it does not depend on the seed.</summary>
    private double Baseline(string signer, LoadedClip[] train, LoadedClip[] test)
    {
        if (!nearestNeighbour.TryGetValue(signer, out double accuracy))
        {
            var baseline = new NearestNeighbour([.. train.Select(clip => clip.Body)], [.. train.Select(clip => clip.Gloss)]);
            accuracy = baseline.Predict([.. test.Select(clip => clip.Body)])
                .Zip(test, (gloss, clip) => gloss == clip.Gloss ? 1.0 : 0)
                .Average();
            nearestNeighbour[signer] = accuracy;
        }

        return accuracy;
    }

    private static double Accuracy(IReadOnlyList<float[]> logits, LoadedClip[] clips, Vocabulary vocabulary) =>
        logits.Select((clip, i) => vocabulary.BestOf(clip) == clips[i].Gloss ? 1.0 : 0).Average();
}
