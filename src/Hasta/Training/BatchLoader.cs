using System.Diagnostics;
using Hasta.Features;

namespace Hasta.Training;

/// <summary>Shuffles, augments and batches training clips; each draw depends on seed, epoch and clip alone, never on threads.</summary>
internal sealed class BatchLoader(IReadOnlyList<TrainingClip> clips, TrainingConfig config)
{
    private const int BatchesAhead = 4;

    private readonly Augmentation augmentation = new(config.Augmentation);
    private readonly Dictionary<int, BodySequence[]> takes = clips.GroupBy(clip => clip.Gloss).ToDictionary(gloss => gloss.Key, gloss => gloss.Select(clip => clip.Body).ToArray());
    private TimeSpan waited;

    /// <summary>Optimiser steps an epoch. A last batch of one clip would break batch norm: it joins the one before.</summary>
    public int StepsAnEpoch => Math.Max(1, (clips.Count / config.Batch) + (clips.Count % config.Batch > 1 ? 1 : 0));

    /// <summary>How long the training has waited for clips since the last call.</summary>
    public TimeSpan TakeWaited()
    {
        TimeSpan taken = waited;
        waited = TimeSpan.Zero;
        return taken;
    }

    /// <summary>Batches are made on other threads, a few ahead of the one in use.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="skip">Steps done already.</param>
    public IEnumerable<TrainingBatch> Epoch(int epoch, int skip = 0)
    {
        int[] order = [.. Enumerable.Range(0, clips.Count)];
        new Random(StableHash.Of(config.Seed, epoch, -1)).Shuffle(order);
        var ahead = new Queue<Task<TrainingBatch>>();
        for (int step = skip; step < StepsAnEpoch + BatchesAhead; step++)
        {
            if (step < StepsAnEpoch)
            {
                int end = step == StepsAnEpoch - 1 ? order.Length : (step + 1) * config.Batch;
                int[] batch = order[(step * config.Batch)..end];
                ahead.Enqueue(Task.Run(() => new TrainingBatch(
                    Array.ConvertAll(batch, clip => Augmented(clip, epoch)),
                    Array.ConvertAll(batch, clip => (long)clips[clip].Gloss))));
            }

            if (step >= skip + BatchesAhead && ahead.TryDequeue(out Task<TrainingBatch>? next))
            {
                long start = Stopwatch.GetTimestamp();
                TrainingBatch made = next.GetAwaiter().GetResult();
                waited += Stopwatch.GetElapsedTime(start);
                yield return made;
            }
        }
    }

    private FeatureSequence Augmented(int clip, int epoch)
    {
        var random = new Random(StableHash.Of(config.Seed, epoch, clip));
        BodySequence body = clips[clip].Body;
        if (random.NextDouble() < config.Augmentation.Blend && body.View is null)
        {
            BodySequence[] others = takes[clips[clip].Gloss];
            body = Blending.Of(body, others[random.Next(others.Length)], config.Augmentation.BlendShare * random.NextSingle());
        }

        return FeatureExtractor.Extract(augmentation.Apply(body, random));
    }
}
