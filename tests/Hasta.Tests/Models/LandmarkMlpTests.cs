using Hasta.Features;
using Hasta.Models;
using Hasta.Tests.Features;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Tests.Models;

[Collection(TorchTurns.Name)]
public sealed class LandmarkMlpTests
{
    private const string Approved = """
        frame.0.bias [128]
        frame.0.weight [128, 638]
        frame.1.bias [128]
        frame.1.running_mean [128]
        frame.1.running_var [128]
        frame.1.weight [128]
        frame.4.bias [128]
        frame.4.weight [128, 128]
        head.0.bias [128]
        head.0.weight [128, 256]
        head.1.bias [128]
        head.1.running_mean [128]
        head.1.running_var [128]
        head.1.weight [128]
        head.4.bias [16]
        head.4.weight [16, 128]
        inputNorm.bias [638]
        inputNorm.running_mean [638]
        inputNorm.running_var [638]
        inputNorm.weight [638]
        """;

    public LandmarkMlpTests() => TorchDevice.Load();

    [Fact]
    public void Parameters_have_the_approved_names_and_shapes()
    {
        using Classifier classifier = Create(16);
        IEnumerable<string> found = Weights.Of(classifier)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} [{string.Join(", ", pair.Value.shape)}]");

        Assert.Equal(Approved.ReplaceLineEndings("\n"), string.Join('\n', found));
        Assert.Equal(135_052, classifier.ParameterCount);
    }

    [Fact]
    public void Padding_changes_nothing()
    {
        using Classifier classifier = Create(4);
        classifier.eval();
        FeatureSequence clip = Clip(24, 0.3f), longer = Clip(41, 0.9f);

        float[] alone = Logits(classifier, clip);
        float[] beside = [.. Logits(classifier, clip, longer).Take(4)];

        Assert.All(alone.Zip(beside), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Fact]
    public void Training_takes_norm_statistics_from_real_frames_alone()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        using Classifier padded = Create(4);
        manual_seed(1);
        using Classifier plain = Create(4);
        FeatureSequence a = Clip(24, 0.3f), b = Clip(48, 0.9f);
        var joined = new FeatureSequence([.. a.Values, .. b.Values], 72);

        padded.train();
        plain.train();
        Logits(padded, a, b);
        Logits(plain, joined, joined);

        AssertSame(Weights.Of(plain)["inputNorm.running_mean"], Weights.Of(padded)["inputNorm.running_mean"]);
        Assert.True(Weights.Of(padded)["inputNorm.running_mean"].abs().max().item<float>() > 0);
    }

    [Fact]
    public void One_batch_can_be_learned_by_heart()
    {
        manual_seed(3);
        using DisposeScope scope = NewDisposeScope();
        Classifier classifier = new LandmarkMlpConfig { Width = 32 }.Create(FeatureExtractor.Count, 4);
        using var batch = FeatureBatch.From([.. Enumerable.Range(0, 8).Select(i => Clip(24 + i, i * 0.37f))], CPU);
        Tensor glosses = tensor(new long[] { 0, 1, 2, 3, 3, 2, 1, 0 });
        using var optimizer = optim.Adam(classifier.parameters(), 1e-2);
        classifier.train();
        for (int step = 0; step < 60; step++)
        {
            using DisposeScope stepScope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(classifier.call(batch), glosses).backward();
            optimizer.step();
        }

        classifier.eval();
        Assert.Equal(glosses.data<long>().ToArray(), classifier.call(batch).argmax(1).data<long>().ToArray());
    }

    private static Classifier Create(int glosses) => new LandmarkMlpConfig().Create(FeatureExtractor.Count, glosses);

    private static FeatureSequence Clip(int frames, float speed)
    {
        var extractor = new BodySequenceExtractor(new FeatureConfig { FewestFrames = frames, MostFrames = frames });
        return FeatureExtractor.Extract(extractor.Extract(new Puppet { Speed = speed }.Sign()));
    }

    private static float[] Logits(Classifier classifier, params FeatureSequence[] clips)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        return classifier.call(FeatureBatch.From(clips, CPU)).data<float>().ToArray();
    }

    private static void AssertSame(Tensor expected, Tensor actual) =>
        Assert.All(
            expected.data<float>().ToArray().Zip(actual.data<float>().ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
}
