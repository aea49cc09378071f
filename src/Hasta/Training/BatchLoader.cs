using Hasta.Features;
using Hasta.Models;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Shuffles, augments and batches training clips; each draw depends on seed, epoch and clip alone, never on threads.</summary>
internal sealed class BatchLoader(IReadOnlyList<TrainingClip> clips, TrainingConfig config)
{
    private const int BatchesAhead = 4;

    private readonly Augmentation augmentation = new(config.Augmentation);

    /// <summary>Optimiser steps an epoch. A last batch of one clip would break batch norm: it joins the one before.</summary>
    public int StepsAnEpoch => Math.Max(1, (clips.Count / config.Batch) + (clips.Count % config.Batch > 1 ? 1 : 0));

    /// <summary>Batches are made on other threads, a few ahead of the one in use.</summary>
    public IEnumerable<(FeatureBatch Batch, Tensor Glosses)> Epoch(int epoch, Device device)
    {
        int[] order = [.. Enumerable.Range(0, clips.Count)];
        new Random(HashCode(config.Seed, epoch, -1)).Shuffle(order);
        var ahead = new Queue<(int[] Clips, Task<FeatureSequence[]> Features)>();
        for (int step = 0; step < StepsAnEpoch + BatchesAhead; step++)
        {
            if (step < StepsAnEpoch)
            {
                int end = step == StepsAnEpoch - 1 ? order.Length : (step + 1) * config.Batch;
                int[] batch = order[(step * config.Batch)..end];
                ahead.Enqueue((batch, Task.Run(() => Array.ConvertAll(batch, clip => Augmented(clip, epoch)))));
            }

            if (step >= BatchesAhead && ahead.TryDequeue(out (int[] Clips, Task<FeatureSequence[]> Features) next))
            {
                FeatureSequence[] features = next.Features.GetAwaiter().GetResult();
                yield return (FeatureBatch.From(features, device), tensor(Array.ConvertAll(next.Clips, clip => (long)clips[clip].Gloss), device: device));
            }
        }
    }

    private FeatureSequence Augmented(int clip, int epoch) =>
        FeatureExtractor.Extract(augmentation.Apply(clips[clip].Body, new Random(HashCode(config.Seed, epoch, clip))));

    /// <summary>A stable mix (splitmix64's finaliser); <see cref="System.HashCode"/> changes from process to process.</summary>
    private static int HashCode(int seed, int epoch, int clip)
    {
        ulong mixed = unchecked(((ulong)(uint)seed << 42) ^ ((ulong)(uint)epoch << 21) ^ (uint)clip);
        mixed = unchecked((mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94d049bb133111eb);
        return unchecked((int)(mixed ^ (mixed >> 31)));
    }
}
