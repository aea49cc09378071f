using Hasta.TestKit.Training;
using Hasta.Training.Data;

namespace Hasta.Training.Tests.Data;

public sealed class BatchLoaderTests
{
    private static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 2);

    [Theory]
    [InlineData(18, 8, new[] { 8, 8, 2 })]
    [InlineData(17, 8, new[] { 8, 9 })]
    [InlineData(16, 8, new[] { 8, 8 })]
    [InlineData(3, 8, new[] { 3 })]
    public void An_epoch_contains_every_clip_once_and_no_batch_of_one(int clips, int batch, int[] sizes)
    {
        var loader = new BatchLoader(Clips[..clips], SmallCorpus.Vocabulary, SmallCorpus.Config with { BatchSize = batch });

        TrainingBatch[] batches = [.. loader.Epoch(1)];

        Assert.Equal(sizes, batches.Select(one => one.Count));
        Assert.Equal(sizes.Length, loader.StepsPerEpoch);
        Assert.Equal(
            Clips[..clips].Select(clip => (long)SmallCorpus.Vocabulary.IndexOf(clip.Gloss)).Order(),
            batches.SelectMany(one => one.Glosses).Order());
    }

    [Fact]
    public void An_epoch_draws_at_most_max_takes_per_signer_and_gloss_and_other_ones_each_time()
    {
        LoadedClip[] clips = SmallCorpus.Training(takes: 5); // three signers, three glosses
        var loader = new BatchLoader(clips, SmallCorpus.Vocabulary, SmallCorpus.Config with { BatchSize = 9, MaxTakes = 2 });

        long[] glosses = [.. loader.Epoch(1).SelectMany(batch => batch.Glosses)];

        Assert.Equal(2, loader.StepsPerEpoch);
        Assert.Equal([6, 6, 6], glosses.GroupBy(gloss => gloss).Select(gloss => gloss.Count()));
        Assert.NotEqual(loader.Epoch(1).Select(FirstClip), loader.Epoch(2).Select(FirstClip));
        Assert.Equal(loader.Epoch(2).Select(FirstClip), loader.Epoch(2).Select(FirstClip));
    }

    [Fact]
    public void Every_epoch_is_reproducible_and_differs_from_the_others()
    {
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config);

        float[] First(int epoch) => FirstClip(loader.Epoch(epoch).First());

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void A_resumed_epoch_contains_the_remaining_batches()
    {
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config);

        IEnumerable<float[]> whole = loader.Epoch(2).Skip(1).Select(FirstClip);
        IEnumerable<float[]> rest = loader.Epoch(2, skip: 1).Select(FirstClip);

        Assert.Equal(whole, rest);
    }

    [Fact]
    public void Prefetched_batches_equal_those_of_a_new_loader_even_after_an_abandoned_epoch()
    {
        TrainingConfig config = SmallCorpus.Config with { BatchSize = 8, Epochs = 3 };
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, config);
        float[][] Fresh(int epoch) => [.. new BatchLoader(Clips, SmallCorpus.Vocabulary, config).Epoch(epoch).Select(FirstClip)];

        Assert.Equal(Fresh(1), loader.Epoch(1).Select(FirstClip));
        Assert.Equal(Fresh(2), loader.Epoch(2).Select(FirstClip));
        Assert.Equal(Fresh(3)[0], FirstClip(loader.Epoch(3).First()));
        Assert.Equal(Fresh(1), loader.Epoch(1).Select(FirstClip));
    }

    [Theory]
    [InlineData(8, 3, 1, new[] { 2, 3, 3 })]
    [InlineData(8, 100, 1, new[] { 8 })]
    [InlineData(3, 1, 1, new[] { 1, 1, 1 })]
    [InlineData(3, 2, 2, new[] { 3 })]
    [InlineData(5, 2, 2, new[] { 2, 3 })]
    public void A_batch_is_divided_into_even_micro_batches_with_at_least_the_clips_that_the_network_needs(
        int clips,
        int max,
        int min,
        int[] sizes)
    {
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config with { BatchSize = clips });
        TrainingBatch batch = loader.Epoch(1).First();

        Assert.Equal(sizes, batch.MicroBatches(max, min).Select(micro => micro.Count));
        Assert.Equal(
            Enumerable.Range(0, clips),
            batch.MicroBatches(max, min).SelectMany(micro => Enumerable.Range(micro.Start, micro.Count)));
    }

    private static float[] FirstClip(TrainingBatch batch) => batch.Features.Features[0].data<float>().ToArray();
}
