using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training;
using Hasta.Training.Data;

namespace Hasta.TestKit.Training;

/// <summary>
/// Three easy signs (hands circle slowly, moderately, fast) by three synthetic signers, and settings that learn them in a second.
/// </summary>
internal static class SmallCorpus
{
    private static readonly string[] Glosses = ["slow", "easy", "fast"];
    private static readonly float[] Speeds = [0.04f, 0.25f, 0.7f];

    public static Vocabulary Vocabulary { get; } = new(Glosses);

    public static TrainingConfig Config { get; } = new()
    {
        Model = new LandmarkMlpConfig { Width = 16, HeadDropout = 0.1 },
        Epochs = 6,
        MinSteps = 0,
        BatchSize = 8,
        LearningRate = 1e-2,
        EmaDecay = 0.8,
        Augmentation = new AugmentationConfig { MinDuration = 0.95, MaxDuration = 1.05 },
    };

    public static IEnumerable<(string Clip, string Gloss, string Signer, LandmarkSequence Landmarks)> Clips(int takes)
    {
        for (int i = 0; i < 9 * takes; i++)
        {
            (int gloss, int signer, int take) = (i % 3, i / 3 % 3, i / 9);
            var puppet = new Puppet
            {
                Frames = 24 + take + (3 * signer),
                Speed = Speeds[gloss] * (1 + (0.03f * signer)),
                SeesHand = (time, right) => right || (time + take) % 9 > signer,
            };
            yield return ($"{Glosses[gloss]}/{signer}-{take}", Glosses[gloss], $"signer {signer}", puppet.Sign());
        }
    }

    public static LoadedClip[] Training(int takes)
    {
        var extractor = new SequenceNormalizer(Config.Features);
        return [.. Clips(takes).Select(clip => new LoadedClip(clip.Clip, clip.Gloss, clip.Signer, extractor.Extract(clip.Landmarks)))];
    }

    /// <summary>A data folder as <c>hasta prepare</c> writes it.</summary>
    public static string Prepare(int takes) => Prepare(Clips(takes));

    /// <inheritdoc cref="Prepare(int)"/>
    public static string Prepare(IEnumerable<(string Clip, string Gloss, string Signer, LandmarkSequence Landmarks)> clips)
    {
        string data = Directory.CreateTempSubdirectory("hasta-").FullName;
        var entries = new List<ManifestEntry>();
        foreach ((string clip, string gloss, string signer, LandmarkSequence landmarks) in clips)
        {
            PoseFile.Write(Manifest.PosePath(data, clip), landmarks);
            entries.Add(new ManifestEntry
            {
                Clip = clip,
                Gloss = gloss,
                Signer = signer,
                Source = "made up",
                SourceFingerprint = clip,
                Frames = landmarks.Frames.Count,
                Fps = landmarks.Fps,
                DetectionRate = 1,
                Engine = new LandmarkEngineId { Name = "puppet" },
                PoseSha256 = $"hash of {clip}",
            });
        }

        Manifest.Write(data, entries);
        return data;
    }
}
