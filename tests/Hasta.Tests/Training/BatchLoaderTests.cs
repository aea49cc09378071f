using Hasta.Training;
using Hasta.Training.Data;

namespace Hasta.Tests.Training;

public sealed class BatchLoaderTests
{
    private static readonly LoadedClip[] Clips = SmallCorpus.Training(takes: 2);

    [Theory]
    [InlineData(18, 8, new[] { 8, 8, 2 })]
    [InlineData(17, 8, new[] { 8, 9 })]
    [InlineData(16, 8, new[] { 8, 8 })]
    [InlineData(3, 8, new[] { 3 })]
    public void An_epoch_shows_every_clip_once_and_never_one_alone(int clips, int batch, int[] sizes)
    {
        var loader = new BatchLoader(Clips[..clips], SmallCorpus.Vocabulary, SmallCorpus.Config with { BatchSize = batch });

        TrainingBatch[] batches = [.. loader.Epoch(1)];

        Assert.Equal(sizes, batches.Select(one => one.Count));
        Assert.Equal(sizes.Length, loader.StepsAnEpoch);
        Assert.Equal(
            Clips[..clips].Select(clip => (long)SmallCorpus.Vocabulary.IndexOf(clip.Gloss)).Order(),
            batches.SelectMany(one => one.Glosses).Order());
    }

    [Fact]
    public void Every_epoch_has_its_own_order_and_changes()
    {
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config);

        float[] First(int epoch) => FirstClip(loader.Epoch(epoch).First());

        Assert.Equal(First(1), First(1));
        Assert.NotEqual(First(1), First(2));
    }

    [Fact]
    public void An_epoch_gone_on_with_shows_what_was_left_of_it()
    {
        var loader = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config);

        IEnumerable<float[]> whole = loader.Epoch(2).Skip(1).Select(FirstClip);
        IEnumerable<float[]> rest = loader.Epoch(2, skip: 1).Select(FirstClip);

        Assert.Equal(whole, rest);
    }

    [Fact]
    public void Batches_made_ahead_are_those_of_a_loader_that_begins_there_also_after_an_epoch_was_left()
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
    public void A_batch_falls_into_even_parts_of_no_fewer_clips_than_the_network_needs(int clips, int most, int fewest, int[] sizes)
    {
        TrainingBatch batch = new BatchLoader(Clips, SmallCorpus.Vocabulary, SmallCorpus.Config with { BatchSize = clips }).Epoch(1).First();

        Assert.Equal(sizes, batch.MicroBatches(most, fewest).Select(part => part.Count));
        Assert.Equal(Enumerable.Range(0, clips), batch.MicroBatches(most, fewest).SelectMany(part => Enumerable.Range(part.Start, part.Count)));
    }

    private static float[] FirstClip(TrainingBatch batch) => batch.Features.Features[0].data<float>().ToArray();
}
