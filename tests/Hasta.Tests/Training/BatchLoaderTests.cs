using Hasta.Models;
using Hasta.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Tests.Training;

public sealed class BatchLoaderTests
{
    private static readonly TrainingClip[] Clips = SmallCorpus.Training(takes: 2);

    public BatchLoaderTests() => TorchDevice.Load();

    [Theory]
    [InlineData(18, 8, new[] { 8, 8, 2 })]
    [InlineData(17, 8, new[] { 8, 9 })]
    [InlineData(16, 8, new[] { 8, 8 })]
    [InlineData(3, 8, new[] { 3 })]
    public void An_epoch_shows_every_clip_once_and_never_one_alone(int clips, int batch, int[] sizes)
    {
        using DisposeScope scope = NewDisposeScope();
        var loader = new BatchLoader(Clips[..clips], SmallCorpus.Config with { Batch = batch });

        (FeatureBatch Batch, Tensor Glosses)[] batches = [.. loader.Epoch(1, CPU)];

        Assert.Equal(sizes, batches.Select(one => (int)one.Glosses.shape[0]));
        Assert.Equal(sizes.Length, loader.StepsAnEpoch);
        Assert.Equal(
            Clips[..clips].Select(clip => (long)clip.Gloss).Order(),
            batches.SelectMany(one => one.Glosses.data<long>().ToArray()).Order());
    }

    [Fact]
    public void Every_epoch_has_its_own_order_and_changes()
    {
        using DisposeScope scope = NewDisposeScope();
        var loader = new BatchLoader(Clips, SmallCorpus.Config);

        float[] First(int epoch) => loader.Epoch(epoch, CPU).First().Batch.Features.data<float>().ToArray();

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }
}
