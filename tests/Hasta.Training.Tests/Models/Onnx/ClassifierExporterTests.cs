using Hasta.Landmarks.Formats.Npy;
using Hasta.Recognition.Features;
using Hasta.Recognition.FrameViews;
using Hasta.Recognition.Models;
using Hasta.Recognition.Onnx;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models;
using TorchSharp;
using static Hasta.Training.Tests.Models.TestClassifiers;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models.Onnx;

/// <summary>ONNX Runtime returns the same logits and embeddings as libtorch.</summary>
[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class ClassifierExporterTests
{
    private const int Glosses = 7;
    private const float Tolerance = 1e-4f;
    private static readonly int[] Lengths = [24, 48, 1, 5, 131, 30];

    public ClassifierExporterTests() => TorchDevice.Load();

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Clips_of_any_length_alone_and_in_a_batch_match_libtorch(string name)
    {
        using Classifier classifier = CreateTrained(name);
        using var onnx = new OnnxClassifier(Export(name, classifier), UsesFrames(name));
        FeatureSequence[] clips = [.. Lengths.Select((frames, i) => Clip(frames, 0.2f + (0.3f * i)))];

        AssertSame(Outputs(classifier, clips), onnx.Run(clips));
        Assert.All(clips, clip => AssertSame(Outputs(classifier, clip), onnx.Run([clip])));
    }

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Random_features_match_libtorch(string name)
    {
        using Classifier classifier = CreateTrained(name);
        using var onnx = new OnnxClassifier(Export(name, classifier), UsesFrames(name));
        var random = new Random(6);
        FeatureSequence[] clips = [.. Lengths.Select(frames => Clip(frames, 0.5f) with { Values = Noise(random, frames) })];

        AssertSame(Outputs(classifier, clips), onnx.Run(clips));
    }

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void The_file_matches_libtorch_in_another_program(string name)
    {
        using Classifier classifier = CreateTrained(name);
        FeatureSequence[] clips = [Clip(24, 0.3f), Clip(41, 0.9f)];

        AssertSameValues(
            Outputs(classifier, clips).Select(output => output.Logits),
            NodePeer.Logits(Export(name, classifier), clips, UsesFrames(name)));
    }

    [Theory]
    [InlineData("landmarkMlp")]
    [InlineData("biLstm")]
    [InlineData("convTransformer")]
    public void Real_clips_match_libtorch(string name)
    {
        var extractor = new SequenceNormalizer(new FeatureConfig());
        using var array = NpyFile.Open(SharedData.Path("isl-words", "X.npy"));
        FeatureSequence[] clips =
        [
            .. Enumerable.Range(0, 8).Select(i => LandmarkArray.ToSequence(array.ReadRow(i * 200), fps: 12, width: 640, height: 480))
                .Select(sequence => FeatureExtractor.Extract(extractor.Extract(sequence))),
        ];
        using Classifier classifier = CreateTrained(name);
        using var onnx = new OnnxClassifier(Export(name, classifier), UsesFrames(name));

        AssertSame(Outputs(classifier, clips), onnx.Run(clips));
    }

    [Theory]
    [InlineData(WeightFormat.Half, 0.02f, 0.55)]
    [InlineData(WeightFormat.Quantized, 0.2f, 0.3)]
    public void Smaller_files_have_nearly_the_same_logits(WeightFormat format, float tolerance, double size)
    {
        using Classifier classifier = CreateTrained("convTransformer");
        byte[] full = Export("convTransformer", classifier);
        byte[] small = Export("convTransformer", classifier, format);
        using var onnx = new OnnxClassifier(small, seesPictures: false);
        FeatureSequence clip = Clip(30, 0.4f);

        Assert.True(small.Length < size * full.Length, $"{small.Length} of {full.Length} bytes");
        Assert.All(
            Outputs(classifier, clip)[0].Logits.Zip(onnx.Run([clip])[0].Logits),
            pair => Assert.Equal(pair.First, pair.Second, tolerance));
    }

    [Fact]
    public void The_same_checkpoint_is_exported_to_the_same_bytes()
    {
        using Classifier classifier = CreateTrained("vitFusion");

        Assert.Equal(Export("vitFusion", classifier), Export("vitFusion", classifier));
    }

    [Theory]
    [InlineData("head.1.weight", "missing")]
    [InlineData("surplus", "another model")]
    public void Weights_of_another_model_are_rejected(string tensor, string problem)
    {
        using Classifier classifier = CreateTrained("biLstm");
        var weights = Weights.ToArrays(classifier).ToDictionary();
        if (!weights.Remove(tensor))
        {
            weights[tensor] = ([1], [0]);
        }

        Assert.Contains(
            problem,
            Assert.Throws<InvalidDataException>(() => ClassifierExporter.Export(Contents("biLstm", weights))).Message,
            StringComparison.Ordinal);
    }

    /// <summary>With norm statistics and biases that differ from their initial values.</summary>
    private static Classifier CreateTrained(string name)
    {
        manual_seed(11);
        Classifier classifier = Create(name, Glosses);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        foreach ((string key, Tensor value) in Weights.Collect(classifier))
        {
            if (key.EndsWith("running_mean", StringComparison.Ordinal) || key.EndsWith("bias", StringComparison.Ordinal))
            {
                value.copy_(randn(value.shape) * 0.1f);
            }
            else if (key.EndsWith("running_var", StringComparison.Ordinal))
            {
                value.copy_(rand(value.shape) + 0.5f);
            }
        }

        classifier.eval();
        return classifier;
    }

    private static bool UsesFrames(string name) => ConfigOf(name) is VitFusionConfig;

    private static byte[] Export(string name, Classifier classifier, WeightFormat format = WeightFormat.Full) =>
        ClassifierExporter.Export(Contents(name, Weights.ToArrays(classifier)), format);

    private static CheckpointContents Contents(string name, IReadOnlyDictionary<string, (long[] Shape, float[] Values)> weights)
    {
        ModelConfig model = ConfigOf(name);
        FrameConfig? frames = model is VitFusionConfig fusion ? new FrameConfig { Size = fusion.Backbone.ImageSize } : null;
        var config = new CheckpointConfig
        {
            Model = model,
            Features = new FeatureConfig { Frames = frames },
            Extractor = FeatureExtractor.Name,
        };
        return new CheckpointContents(config, new Vocabulary(Enumerable.Range(0, Glosses).Select(i => $"gloss {i}")), weights);
    }

    private static float[] Noise(Random random, int frames) =>
        [.. Enumerable.Range(0, frames * FeatureExtractor.Count).Select(_ => (2 * random.NextSingle()) - 1)];

    private static IReadOnlyList<ClassifierOutput> Outputs(Classifier classifier, params FeatureSequence[] clips)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        using FeatureBatch batch = FeatureBatch.From(clips, CPU);
        Tensor embedding = nn.functional.normalize(classifier.Embed(batch), dim: 1);
        float[][] logits = [.. classifier.call(batch).data<float>().ToArray().Chunk(Glosses)];
        float[][] embeddings = [.. embedding.data<float>().ToArray().Chunk((int)embedding.shape[1])];
        return [.. logits.Zip(embeddings, (clip, unit) => new ClassifierOutput(clip, unit))];
    }

    private static void AssertSame(IReadOnlyList<ClassifierOutput> expected, IReadOnlyList<ClassifierOutput> actual)
    {
        AssertSameValues(expected.Select(clip => clip.Logits), actual.Select(clip => clip.Logits));
        AssertSameValues(expected.Select(clip => clip.Embedding), actual.Select(clip => clip.Embedding));
    }

    private static void AssertSameValues(IEnumerable<float[]> expected, IEnumerable<float[]> actual)
    {
        float[] other = [.. actual.SelectMany(clip => clip)];
        Assert.Equal(expected.Sum(clip => clip.Length), other.Length);
        Assert.All(expected.SelectMany(clip => clip).Zip(other), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
