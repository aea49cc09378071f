using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.Training.Models;

namespace Hasta.Training.Tests.Models;

/// <summary>Every kind of network, and clips of any length for them.</summary>
internal static class TestClassifiers
{
    private static readonly VitConfig TinyVit = new() { ImageSize = 32, HiddenSize = 16, Layers = 2, Heads = 2, IntermediateSize = 32 };

    private static readonly Dictionary<string, ModelConfig> Configs = new()
    {
        ["landmarkMlp"] = new LandmarkMlpConfig(),
        ["biLstm"] = new BiLstmConfig(),
        ["convTransformer"] = new ConvTransformerConfig(),
        ["convTransformer-small"] = ConvTransformerConfig.Small,
        ["vitFusion"] = new VitFusionConfig { Backbone = TinyVit, FrozenBlocks = 1, Width = 32 },
    };

    public static TheoryData<string> Names => [.. Configs.Keys];

    public static ModelConfig ConfigOf(string name) => Configs[name];

    public static Classifier Create(string name, int glosses) => Classifiers.Create(Configs[name], glosses);

    /// <summary>A clip with landmarks for the given number of frames, and 2 to 4 video frames.</summary>
    public static FeatureSequence Clip(int frames, float speed)
    {
        var extractor = new SequenceNormalizer(new FeatureConfig { MinFrames = frames, MaxFrames = frames });
        return FeatureExtractor.Extract(extractor.Extract(new Puppet { Speed = speed }.Sign())) with
        {
            Frames = Pictures(2 + (frames % 3), speed),
        };
    }

    private static ClipFrames Pictures(int count, float speed)
    {
        byte[] pixels = new byte[count * 3 * TinyVit.ImageSize * TinyVit.ImageSize];
        new Random((int)(1000 * speed)).NextBytes(pixels);
        return new ClipFrames(pixels, [.. Enumerable.Range(0, count).Select(i => 3.5f * i)], TinyVit.ImageSize);
    }
}
