using System.Diagnostics;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>Shuffles, augments and batches training clips. Random numbers depend on seed, epoch and clip alone, never on threads.</summary>
internal sealed class BatchLoader(IReadOnlyList<LoadedClip> clips, Vocabulary vocabulary, TrainingConfig config)
{
    private const int BatchesAhead = 4;

    private readonly Augmentation augmentation = new(config.Augmentation);
    private readonly Dictionary<string, NormalizedSequence[]> sequencesByGloss = clips
        .GroupBy(clip => clip.Gloss)
        .ToDictionary(gloss => gloss.Key, gloss => gloss.Select(clip => clip.Body).ToArray());

    private readonly Queue<(int Step, Task<TrainingBatch> Batch)> queue = new();
    private readonly int[][] takes =
    [
        .. clips.Index().GroupBy(clip => (clip.Item.Signer, clip.Item.Gloss)).Select(cell => cell.Select(clip => clip.Index).ToArray()),
    ];

    private (int Epoch, int[] Clips) order;
    private TimeSpan waited;

    /// <summary>Optimizer steps per epoch. A single clip left over would break batch norm, so it is added to the last full batch.</summary>
    public int StepsPerEpoch => Math.Max(1, (ClipsPerEpoch / config.BatchSize) + (ClipsPerEpoch % config.BatchSize > 1 ? 1 : 0));

    /// <summary>
    /// Epochs of the run without early stopping: <see cref="TrainingConfig.Epochs"/>, or more to reach
    /// <see cref="TrainingConfig.MinSteps"/>.
    /// </summary>
    public int Epochs => Math.Max(config.Epochs, (int)Math.Ceiling(config.MinSteps / (double)StepsPerEpoch));

    private int ClipsPerEpoch { get; } = clips
        .GroupBy(clip => (clip.Signer, clip.Gloss))
        .Sum(cell => Math.Min(cell.Count(), config.MaxTakes ?? int.MaxValue));

    /// <summary>Returns how long training has waited for clips since the last call.</summary>
    public TimeSpan TakeWaitTime()
    {
        TimeSpan taken = waited;
        waited = TimeSpan.Zero;
        return taken;
    }

    /// <summary>Returns the batches of an epoch. Other threads prepare a few batches ahead, including those of the next epoch.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="skip">Completed steps to skip.</param>
    public IEnumerable<TrainingBatch> Epoch(int epoch, int skip = 0)
    {
        for (int step = skip; step < StepsPerEpoch; step++)
        {
            yield return Next(((epoch - 1) * StepsPerEpoch) + step);
        }
    }

    /// <param name="step">Step of the run, from 0.</param>
    private TrainingBatch Next(int step)
    {
        if (queue.TryPeek(out (int Step, Task<TrainingBatch> Batch) first) && first.Step != step)
        {
            queue.Clear();
        }

        for (int next = step + queue.Count; next == step || (next <= step + BatchesAhead && next < Epochs * StepsPerEpoch); next++)
        {
            (int epoch, int[] batch) = (1 + (next / StepsPerEpoch), ClipsOf(next));
            queue.Enqueue((next, Task.Run(() => Create(batch, epoch))));
        }

        long start = Stopwatch.GetTimestamp();
        TrainingBatch result = queue.Dequeue().Batch.GetAwaiter().GetResult();
        waited += Stopwatch.GetElapsedTime(start);
        return result;
    }

    private int[] ClipsOf(int runStep)
    {
        (int epoch, int step) = (1 + (runStep / StepsPerEpoch), runStep % StepsPerEpoch);
        if (order.Epoch != epoch)
        {
            order = (epoch, Draw(new Random(StableHash.Compute(config.Seed, epoch, -1))));
        }

        int end = step == StepsPerEpoch - 1 ? order.Clips.Length : (step + 1) * config.BatchSize;
        return order.Clips[(step * config.BatchSize)..end];
    }

    /// <summary>Returns the clips of an epoch in random order.</summary>
    private int[] Draw(Random random)
    {
        int[] drawn = config.MaxTakes is { } max
            ? [.. takes.SelectMany(cell => DrawFrom(cell, max, random))]
            : [.. Enumerable.Range(0, clips.Count)];
        random.Shuffle(drawn);
        return drawn;
    }

    private static IEnumerable<int> DrawFrom(int[] cell, int max, Random random)
    {
        int[] shuffled = [.. cell];
        random.Shuffle(shuffled);
        return shuffled.Take(max);
    }

    private TrainingBatch Create(int[] batch, int epoch) => new(
        FeatureBatch.From(Array.ConvertAll(batch, clip => Augment(clip, epoch)), CPU),
        Array.ConvertAll(batch, clip => (long)vocabulary.IndexOf(clips[clip].Gloss)));

    private FeatureSequence Augment(int clip, int epoch)
    {
        var random = new Random(StableHash.Compute(config.Seed, epoch, clip));
        NormalizedSequence body = clips[clip].Body;
        if (random.NextDouble() < config.Augmentation.Blend && body.View is null)
        {
            NormalizedSequence[] others = sequencesByGloss[clips[clip].Gloss];
            body = SameClassMixup.Mix(body, others[random.Next(others.Length)], config.Augmentation.BlendShare * random.NextSingle());
        }

        // Without live cuts no number is drawn, so that older recipes give the same clips as before.
        if (config.Augmentation.LiveCut > 0 && random.NextDouble() < config.Augmentation.LiveCut && body.View is null)
        {
            NormalizedSequence? neighbour = random.Next(3) == 0 ? clips[random.Next(clips.Count)].Body : null;
            body = LiveCut.Apply(body, neighbour, random);
        }

        return FeatureExtractor.Extract(augmentation.Apply(body, random));
    }
}
