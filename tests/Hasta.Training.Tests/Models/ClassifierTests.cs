using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.TestKit;
using Hasta.TestKit.Training;
using Hasta.Training.Checkpoints;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Hasta.Training.Models.Layers;
using TorchSharp;
using static Hasta.Training.Tests.Models.TestClassifiers;
using static TorchSharp.torch;

namespace Hasta.Training.Tests.Models;

[Collection(TorchTurns.Name)]
[Trait("speed", "slow")]
public sealed class ClassifierTests
{
    public ClassifierTests() => TorchDevice.Load();

    /// <summary>Compares with Approved/NAME.txt; a changed shape makes older checkpoints unreadable.</summary>
    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Parameters_have_the_approved_names_and_shapes(string name)
    {
        using Classifier classifier = Create(name, 16);
        IEnumerable<string> found = Weights.Collect(classifier)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} [{string.Join(", ", pair.Value.shape)}]")
            .Append($"{classifier.ParameterCount} parameters");
        string approved = Path.Combine(SharedData.RepositoryRoot, "tests", "Hasta.Training.Tests", "Models", "Approved", $"{name}.txt");

        Assert.Equal(File.ReadAllLines(approved), found);
    }

    [Theory]
    [InlineData("landmarkMlp", 150_000)]
    [InlineData("convTransformer-small", 150_000)]
    [InlineData("convTransformer", 2_000_000)]
    public void Models_stay_within_their_size(string name, long max)
    {
        using Classifier classifier = Create(name, 24);

        Assert.InRange(classifier.ParameterCount, max / 2, max);
    }

    /// <summary>The optimizer decides by the number of dimensions which parameters decay.</summary>
    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Only_norms_and_biases_have_one_dimension(string name)
    {
        using Classifier classifier = Create(name, 4);
        foreach ((string key, TorchSharp.Modules.Parameter parameter) in classifier.named_parameters())
        {
            nn.Module owner = classifier.named_modules().Single(module => module.name == key[..key.LastIndexOf('.')]).module;
            bool isNormOrBias = owner is TorchSharp.Modules.BatchNorm1d or TorchSharp.Modules.LayerNorm
                || key.Split('.')[^1].StartsWith("bias", StringComparison.Ordinal);

            Assert.True(isNormOrBias == (parameter.dim() == 1), $"{key} [{string.Join(", ", parameter.shape)}]");
        }
    }

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Padding_changes_nothing(string name)
    {
        using Classifier classifier = Create(name, 4);
        classifier.eval();
        FeatureSequence clip = Clip(24, 0.3f), longer = Clip(41, 0.9f);

        float[] alone = Logits(classifier, clip);
        float[] batched = [.. Logits(classifier, clip, longer).Take(4)];

        Assert.All(alone.Zip(batched), pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
    }

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Training_takes_norm_statistics_from_real_frames_only(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(1);
        using Classifier padded = Create(name, 4);
        manual_seed(1);
        using Classifier plain = Create(name, 4);
        FeatureSequence a = Clip(24, 0.3f), b = Clip(48, 0.9f);
        var joined = new FeatureSequence([.. a.Values, .. b.Values], 72) { Frames = a.Frames };

        padded.train();
        plain.train();
        Logits(padded, a, b);
        Logits(plain, joined, joined);

        AssertSame(Weights.Collect(plain)["inputNorm.running_mean"], Weights.Collect(padded)["inputNorm.running_mean"]);
        Assert.True(Weights.Collect(padded)["inputNorm.running_mean"].abs().max().item<float>() > 0);
    }

    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void One_batch_can_be_memorized(string name)
    {
        manual_seed(3);
        using DisposeScope scope = NewDisposeScope();
        Classifier classifier = Create(name, 4);
        using var batch = FeatureBatch.From([.. Enumerable.Range(0, 8).Select(i => Clip(24 + i, i * 0.37f))], CPU);
        Tensor glosses = tensor(new long[] { 0, 1, 2, 3, 3, 2, 1, 0 });
        using var optimizer = optim.Adam(classifier.parameters(), 3e-3);
        bool isMemorized = false;

        // How many steps it takes depends on how the processor rounds.
        for (int round = 0; round < 5 && !isMemorized; round++)
        {
            Train(classifier, optimizer, batch, glosses, steps: 120);
            isMemorized = classifier.call(batch).argmax(1).data<long>().SequenceEqual(glosses.data<long>());
        }

        Assert.True(isMemorized);
    }

    /// <summary>libtorch 2.10's convolution multiplied uninitialized memory by zero: mostly numbers, occasionally a NaN.</summary>
    [Theory]
    [MemberData(nameof(TestClassifiers.Names), MemberType = typeof(TestClassifiers))]
    public void Gradients_do_not_depend_on_uninitialized_memory(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Classifier classifier = Create(name, 4);
        classifier.train();
        using var batch = FeatureBatch.From([Clip(24, 0.3f), Clip(31, 0.9f)], CPU);

        FillFreedMemory(float.NaN);
        Tensor loss = classifier.call(batch).sum();
        FillFreedMemory(float.NaN);
        loss.backward();

        Assert.All(
            classifier.named_parameters().Where(pair => pair.parameter.requires_grad),
            pair => Assert.True(pair.parameter.grad!.isfinite().all().item<bool>(), pair.name));
    }

    [Fact]
    public void The_convolution_sees_no_later_frame()
    {
        using DisposeScope scope = NewDisposeScope();
        var block = new ConvBlock(new ConvTransformerConfig { Width = 8 });
        block.eval();
        Tensor frames = randn(20, 8);
        Tensor changed = frames.clone();
        changed[15] = zeros(8);
        var real = new FrameMask(ones(1, 20, dtype: ScalarType.Bool));
        using IDisposable noGradients = no_grad();

        // The channel gate depends on the whole clip, so it is made constant.
        foreach ((string name, Tensor value) in Weights.Collect(block).Where(pair => pair.Key == "gate.weight"))
        {
            value.zero_();
        }

        Tensor before = block.call(frames, real);
        Tensor after = block.call(changed, real);

        AssertSame(before[..15], after[..15]);
        Assert.True((before[16] - after[16]).abs().max().item<float>() > 1e-4f);
    }

    [Theory]
    [InlineData(0, 4, 0.1)]
    [InlineData(10, 4, 0.1)]
    [InlineData(8, 4, 1)]
    public void Invalid_sizes_are_rejected(int width, int heads, double rate) =>
        Assert.Throws<ArgumentException>(() => new ConvTransformerConfig { Width = width, Heads = heads, DropPath = rate }.Validate());

    /// <summary>Leaves the classifier in evaluation mode.</summary>
    private static void Train(Classifier classifier, optim.Optimizer optimizer, FeatureBatch batch, Tensor glosses, int steps)
    {
        classifier.train();
        for (int step = 0; step < steps; step++)
        {
            using DisposeScope scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.cross_entropy(classifier.call(batch), glosses).backward();
            optimizer.step();
        }

        classifier.eval();
    }

    private static float[] Logits(Classifier classifier, params FeatureSequence[] clips)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradients = no_grad();
        return classifier.call(FeatureBatch.From(clips, CPU)).data<float>().ToArray();
    }

    /// <summary>Allocates blocks of many sizes and frees them: the next computations reuse them without clearing.</summary>
    private static void FillFreedMemory(float value)
    {
        Tensor[] blocks = [.. Enumerable.Range(0, 4000).Select(i => full(64 + (i * 17 % 40_000), value))];
        Array.ForEach(blocks, block => block.Dispose());
    }

    private static void AssertSame(Tensor expected, Tensor actual) =>
        Assert.All(
            expected.data<float>().ToArray().Zip(actual.data<float>().ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, 1e-4f));
}
