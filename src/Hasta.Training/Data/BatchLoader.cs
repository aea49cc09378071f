using System.Diagnostics;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using static TorchSharp.torch;

namespace Hasta.Training.Data;

/// <summary>Shuffles, augments and batches training clips; each draw depends on seed, epoch and clip alone, never on threads.</summary>
internal sealed class BatchLoader(IReadOnlyList<LoadedClip> clips, Vocabulary vocabulary, TrainingConfig config)
{
    private const int BatchesAhead = 4;

    private readonly Augmentation augmentation = new(config.Augmentation);
    private readonly Dictionary<string, NormalizedSequence[]> takes = clips.GroupBy(clip => clip.Gloss).ToDictionary(gloss => gloss.Key, gloss => gloss.Select(clip => clip.Body).ToArray());
    private readonly Queue<(int Step, Task<TrainingBatch> Batch)> ahead = new();
    private (int Epoch, int[] Clips) order;
    private TimeSpan waited;

    /// <summary>Optimiser steps per epoch. A last batch of one clip would break batch norm: it joins the one before.</summary>
    public int StepsAnEpoch => Math.Max(1, (clips.Count / config.BatchSize) + (clips.Count % config.BatchSize > 1 ? 1 : 0));

    /// <summary>Of the run, where nothing stops it before: as many as the settings say, or as their fewest steps need.</summary>
    public int Epochs => Math.Max(config.Epochs, (int)Math.Ceiling(config.MinSteps / (double)StepsAnEpoch));

    /// <summary>How long the training has waited for clips since the last call.</summary>
    public TimeSpan TakeWaited()
    {
        TimeSpan taken = waited;
        waited = TimeSpan.Zero;
        return taken;
    }

    /// <summary>Batches are made on other threads, a few ahead of the one in use, the next epoch's too.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="skip">Steps done already.</param>
    public IEnumerable<TrainingBatch> Epoch(int epoch, int skip = 0)
    {
        for (int step = skip; step < StepsAnEpoch; step++)
        {
            yield return Next(((epoch - 1) * StepsAnEpoch) + step);
        }
    }

    /// <param name="step">Of the run, from 0.</param>
    private TrainingBatch Next(int step)
    {
        if (ahead.TryPeek(out (int Step, Task<TrainingBatch> Batch) first) && first.Step != step)
        {
            ahead.Clear();
        }

        for (int next = step + ahead.Count; next == step || (next <= step + BatchesAhead && next < Epochs * StepsAnEpoch); next++)
        {
            (int epoch, int[] batch) = (1 + (next / StepsAnEpoch), ClipsOf(next));
            ahead.Enqueue((next, Task.Run(() => Make(batch, epoch))));
        }

        long start = Stopwatch.GetTimestamp();
        TrainingBatch made = ahead.Dequeue().Batch.GetAwaiter().GetResult();
        waited += Stopwatch.GetElapsedTime(start);
        return made;
    }

    private int[] ClipsOf(int runStep)
    {
        (int epoch, int step) = (1 + (runStep / StepsAnEpoch), runStep % StepsAnEpoch);
        if (order.Epoch != epoch)
        {
            order = (epoch, [.. Enumerable.Range(0, clips.Count)]);
            new Random(StableHash.Compute(config.Seed, epoch, -1)).Shuffle(order.Clips);
        }

        return order.Clips[(step * config.BatchSize)..(step == StepsAnEpoch - 1 ? clips.Count : (step + 1) * config.BatchSize)];
    }

    private TrainingBatch Make(int[] batch, int epoch) => new(
        FeatureBatch.From(Array.ConvertAll(batch, clip => Augmented(clip, epoch)), CPU),
        Array.ConvertAll(batch, clip => (long)vocabulary.IndexOf(clips[clip].Gloss)));

    private FeatureSequence Augmented(int clip, int epoch)
    {
        var random = new Random(StableHash.Compute(config.Seed, epoch, clip));
        NormalizedSequence body = clips[clip].Body;
        if (random.NextDouble() < config.Augmentation.Blend && body.View is null)
        {
            NormalizedSequence[] others = takes[clips[clip].Gloss];
            body = SameClassMixup.Mix(body, others[random.Next(others.Length)], config.Augmentation.BlendShare * random.NextSingle());
        }

        return FeatureExtractor.Extract(augmentation.Apply(body, random));
    }
}
