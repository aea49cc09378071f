using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace Hasta.Training.Evaluation.Strangers;

/// <summary>
/// Leaves one source out in turn and trains on all others: what a model does for people, rooms and cameras that it never saw.
/// </summary>
internal sealed class StrangersBenchmark(StrangersData data, TrainingConfig config, torch.Device device, ILogger<Trainer> logger)
{
    /// <summary>Trains once and tests the sources left out, or reads the folds where an earlier process has computed them.</summary>
    /// <param name="folder">Keeps one file per fold.</param>
    /// <param name="trains">Which sources are trained on.</param>
    /// <param name="tested">Sources to test; none of them is trained on.</param>
    /// <param name="seed">Of the training.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <returns>A fold per source that has a known word.</returns>
    public IReadOnlyList<SourceFold> Run(
        string folder,
        Func<StrangerSource, bool> trains,
        IReadOnlyList<StrangerSource> tested,
        int seed,
        CancellationToken cancellationToken)
    {
        Vocabulary vocabulary = data.VocabularyOf(trains);
        (StrangerSource Source, IReadOnlyList<LoadedClip> Clips)[] tests =
        [
            .. tested.Select(source => (source, data.Tested(source, trains)))
                .Where(test => test.Item2.Any(clip => vocabulary.IndexOf(clip.Gloss) >= 0)),
        ];
        if (tests.Length == 0)
        {
            return [];
        }

        LoadedClip[] train = [.. data.ClipsOf(trains).Where(clip => vocabulary.IndexOf(clip.Gloss) >= 0)];
        TrainingConfig seeded = config with { Seed = seed };
        string fingerprint = FingerprintOf(seeded, train, tests.SelectMany(test => test.Clips));
        string[] paths = [.. tests.Select(test => PathOf(folder, test.Source, seed))];
        if (paths.All(File.Exists)
            && paths.Select(path => StrictJson.Read<SourceFold>(path)).ToArray() is { } done
            && done.All(fold => fold.Fingerprint == fingerprint))
        {
            return done;
        }

        var clock = Stopwatch.StartNew();
        using TrainingResult result = new Trainer(seeded, device, logger)
            .Train(new TrainingInput { Vocabulary = vocabulary, Train = train }, Unobserved.Instance, cancellationToken);
        SourceFold[] folds = [.. tests.Select(test => Test(result.Classifier, test.Clips, new SourceFold
        {
            Source = test.Source.Name,
            Seed = seed,
            Fingerprint = fingerprint,
            Glosses = vocabulary.Glosses,
            Parameters = result.Classifier.ParameterCount,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 1),
            Answers = [],
        }))];
        foreach ((SourceFold fold, string path) in folds.Zip(paths))
        {
            AtomicFile.WriteText(path, JsonSerializer.Serialize(fold, StrictJson.Line));
        }

        return folds;
    }

    /// <summary>Leaves one source out: see the other overload.</summary>
    /// <returns>No fold if the source has no known word.</returns>
    public IReadOnlyList<SourceFold> Run(string folder, StrangerSource leftOut, int seed, CancellationToken cancellationToken) =>
        Run(folder, source => source != leftOut, [leftOut], seed, cancellationToken);

    private SourceFold Test(Classifier classifier, IReadOnlyList<LoadedClip> clips, SourceFold fold)
    {
        IReadOnlyList<float[]> logits = Predictor.Logits(classifier, device, [.. clips.Select(clip => clip.Body)]);
        IReadOnlyList<float[]> mirrored = Predictor.Logits(classifier, device, [.. clips.Select(clip => clip.Body.Mirror())]);
        return fold with { Answers = [.. clips.Select((clip, i) => new FoldAnswer(clip.Clip, clip.Gloss, logits[i], mirrored[i]))] };
    }

    private static string PathOf(string folder, StrangerSource source, int seed) =>
        Path.Combine(folder, $"{string.Concat(source.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-'))}-{seed}.json");

    private static string FingerprintOf(TrainingConfig config, IEnumerable<LoadedClip> train, IEnumerable<LoadedClip> tested)
    {
        string clips = string.Join('\n', train.Concat(tested).Select(clip => $"{clip.Clip} {clip.Gloss} {clip.Signer}"));
        string text = $"{FeatureExtractor.Name}\n{JsonSerializer.Serialize(config, StrictJson.Line)}\n{clips}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
