using Hasta.Datasets;
using Hasta.Landmarks;
using Hasta.Landmarks.IO;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;
using Hasta.TestKit.Datasets;
using Hasta.TestKit.Training;

namespace Hasta.Training.Tests;

/// <summary>The small corpus with frames, and a tiny model that processes them.</summary>
internal static class VitFusionCorpus
{
    public static VitConfig TinyVit { get; } = new() { ImageSize = 32, HiddenSize = 16, Layers = 2, Heads = 2, IntermediateSize = 32 };

    public static TrainingConfig Config { get; } = SmallCorpus.Config with
    {
        Model = new VitFusionConfig
        {
            Backbone = TinyVit,
            FrozenBlocks = 1,
            BackboneRate = 1,
            Width = 32,
            FeatureDropout = 0,
            HeadDropout = 0.1,
        },
        Features = new FeatureConfig { Frames = new FrameConfig { Count = 4, Size = 32 } },
        LearningRate = 3e-3,
    };

    /// <summary>A data folder as <c>hasta prepare --frames</c> writes it.</summary>
    public static string Prepare(int takes)
    {
        string data = SmallCorpus.Prepare(takes);
        var kept = new FrameSet("painted", "not looked at");
        foreach ((string clip, _, _, LandmarkSequence landmarks) in SmallCorpus.Clips(takes))
        {
            AtomicFile.Write(Manifest.FramesPath(data, clip), stream => stream.Write(PaintedClip.Keep(landmarks)));
        }

        Manifest.Write(data, [.. Manifest.Read(data).Select(entry => entry with { KeptFrames = kept })]);
        return data;
    }
}
