using System.Globalization;
using System.Security.Cryptography;
using Hasta.Datasets;
using Hasta.Datasets.Synthetic;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;
using Hasta.Recognition.Features;
using Hasta.Training.Data;

namespace Hasta.Bench;

/// <summary>
/// A synthetic data set of the size of INCLUDE: 4,284 clips of 50 frames, 263 glosses, 7 signers. It does not measure accuracy.
/// </summary>
internal static class IncludeSizedSet
{
    public const int Glosses = 263;
    private const int Frames = 50;
    private const double Fps = 25;
    private static readonly SyntheticCorpusConfig Corpus = new() { Signers = 7, ClipsPerSign = 51, Seed = 1 };

    /// <summary>Returns the first clips, as training loads them.</summary>
    public static LoadedClip[] Load(int clips)
    {
        var extractor = new SequenceNormalizer(new FeatureConfig());
        return
        [
            .. Generate(withFace: false).Take(clips)
                .Select(clip => new LoadedClip(clip.Name, NameOf(clip.Gloss), clip.Signer, extractor.Extract(clip.Landmarks))),
        ];
    }

    /// <summary>Returns one clip with frames as <c>prepare --frames</c> keeps them: noise, which is the slowest to decode.</summary>
    public static NormalizedSequence WithPictures(FeatureConfig config)
    {
        LandmarkSequence clip = Generate(withFace: false).First().Landmarks;
        using var sampler = new FrameSampler();
        var random = new Random(1);
        byte[] rgb = new byte[3 * clip.Width * clip.Height];
        foreach (LandmarkFrame frame in clip.Frames)
        {
            random.NextBytes(rgb);
            sampler.Offer(new VideoFrame(frame.Time, clip.Width, clip.Height, rgb));
        }

        return new SequenceNormalizer(config).Extract(clip, FrameSetFile.Parse("noise", sampler.ToBytes(clip.Width, clip.Height)));
    }

    /// <summary>Writes the data set as <c>hasta prepare</c> does, unless it exists.</summary>
    public static void Prepare(string data, bool withFace)
    {
        if (File.Exists(Path.Combine(data, Manifest.FileName)))
        {
            return;
        }

        var entries = new List<ManifestEntry>();
        foreach ((string name, int gloss, string signer, LandmarkSequence landmarks) in Generate(withFace))
        {
            string pose = Manifest.PosePath(data, name);
            PoseFile.Write(pose, landmarks);
            entries.Add(new ManifestEntry
            {
                Clip = name,
                Gloss = NameOf(gloss),
                Signer = signer,
                Source = "made up",
                SourceFingerprint = name,
                Frames = Frames,
                Fps = Fps,
                DetectionRate = 1,
                Engine = new LandmarkEngineId { Name = "synthetic" },
                PoseSha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(pose))),
            });
        }

        Manifest.Write(data, entries);
    }

    public static string NameOf(int gloss) => string.Create(CultureInfo.InvariantCulture, $"sign {gloss:000}");

    private static IEnumerable<(string Name, int Gloss, string Signer, LandmarkSequence Landmarks)> Generate(bool withFace) =>
        SyntheticCorpus.Generate(Corpus).Select((clip, i) => (
            string.Create(CultureInfo.InvariantCulture, $"clip-{i:0000}"),
            i % Glosses,
            clip.Signer,
            Resize(clip.Landmarks, withFace)));

    /// <summary>Chooses or repeats the clip's frames evenly, and optionally adds a face, with its landmarks around the nose.</summary>
    private static LandmarkSequence Resize(LandmarkSequence clip, bool withFace) => clip with
    {
        Fps = Fps,
        Frames = [.. Enumerable.Range(0, Frames).Select(i => Frame(i, clip.Frames[i * clip.Frames.Count / Frames], withFace))],
    };

    private static LandmarkFrame Frame(int index, LandmarkFrame frame, bool withFace)
    {
        Landmark nose = frame[LandmarkLayout.Nose];
        Landmark[] face = withFace
            ? [.. Enumerable.Range(0, LandmarkLayout.FaceCount).Select(i => nose with { X = nose.X + (i % 22), Y = nose.Y + (i / 22f) })]
            : [];
        return new LandmarkFrame(TimeSpan.FromSeconds(index / Fps), [.. frame.All, .. face]);
    }
}
