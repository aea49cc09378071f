using Hasta.Recognition.Features;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training.Memory;

/// <summary>
/// Finds how many clips can be computed at a time: makes forward and backward passes over as many of the longest clips that training can make, twice as
/// many each time, until memory runs out or more clips at a time are slower. The batch, and with it the learning, stays what the settings say.
/// </summary>
internal sealed class MicroBatchSearch(TrainingConfig config, Device device, ILogger logger)
{
    /// <summary>More clips at a time must not cost more than this part of the highest speed so far.</summary>
    private const double SpeedKept = 0.8;

    /// <summary>Of the memory that is free on a processor, so much may be taken where no limit is set.</summary>
    private const double ShareOfFree = 0.5;

    private const int MinPasses = 3;

    /// <summary>So long at least is measured: the fastest of many passes says more on a busy machine.</summary>
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(0.2);

    /// <summary>What training may take; without a limit the device's memory, or on a processor half of what is free.</summary>
    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <param name="clip">Any clip of the data set.</param>
    /// <param name="glosses">The vocabulary's size.</param>
    /// <returns>Clips at a time, the settings' batch at most.</returns>
    /// <exception cref="MemoryLimitException">There is no memory for the fewest.</exception>
    public int Find(NormalizedSequence clip, int glosses)
    {
        using Classifier classifier = Classifiers.Create(config.Model, glosses).to(device);
        classifier.train();
        FeatureSequence longest = FeatureExtractor.Extract(Resampling.To(clip, (int)Math.Ceiling(config.Features.MaxFrames * config.Augmentation.MaxDuration)));
        MemoryLimit memory = Memory.IsSet || device.type != DeviceType.CPU ? Memory : HalfOfFree();
        return Largest(Math.Min(classifier.MinBatchSize, config.BatchSize), config.BatchSize, clips => Speed(classifier, longest, clips, memory));
    }

    /// <param name="fewest">Clips that the network needs at a time.</param>
    /// <param name="most">Clips of a batch.</param>
    /// <param name="speed">Clips per second with so many at a time; null where memory runs out.</param>
    /// <exception cref="MemoryLimitException">There is no memory for the fewest.</exception>
    internal static int Largest(int fewest, int most, Func<int, double?> speed)
    {
        double highest = speed(fewest) ?? throw new MemoryLimitException($"There is no memory for {fewest} clip(s) at a time.");
        int fits = fewest;
        while (fits < most)
        {
            int tried = Math.Min(2 * fits, most);
            if (speed(tried) is not { } reached)
            {
                return Between(fits, tried, speed);
            }

            if (reached < SpeedKept * highest)
            {
                return fits;
            }

            (fits, highest) = (tried, Math.Max(highest, reached));
        }

        return fits;
    }

    /// <summary>Halves the gap between what fits and what does not, to an eighth.</summary>
    private static int Between(int fits, int tooMany, Func<int, double?> speed)
    {
        while (tooMany - fits > Math.Max(1, fits / 8))
        {
            int middle = (fits + tooMany) / 2;
            (fits, tooMany) = speed(middle) is null ? (fits, middle) : (middle, tooMany);
        }

        return fits;
    }

    private static MemoryLimit HalfOfFree()
    {
        GCMemoryInfo memory = GC.GetGCMemoryInfo(GCKind.Any);
        long free = Math.Max(0, memory.TotalAvailableMemoryBytes - memory.MemoryLoadBytes);
        return new MemoryLimit(Environment.WorkingSet + (long)(ShareOfFree * free));
    }

    private double? Speed(Classifier classifier, FeatureSequence clip, int clips, MemoryLimit memory)
    {
        try
        {
            Pass(classifier, clip, clips, memory);
            double fastest = double.PositiveInfinity;
            TimeSpan spent = TimeSpan.Zero;
            for (int i = 0; i < MinPasses || spent < Measured; i++)
            {
                long start = Clock.GetTimestamp();
                Pass(classifier, clip, clips, memory);
                TimeSpan took = Clock.GetElapsedTime(start);
                spent += took;
                fastest = Math.Min(fastest, took.TotalSeconds);
            }

            logger.LogInformation("{Clips} clips at a time: {Speed:0} clips/s.", clips, clips / fastest);
            return clips / fastest;
        }
        catch (Exception error) when (OutOfMemory.Is(error))
        {
            classifier.zero_grad();
            MemoryLimit.GiveBack();
            logger.LogInformation("{Clips} clips at a time: out of memory.", clips);
            return null;
        }
    }

    private void Pass(Classifier classifier, FeatureSequence clip, int clips, MemoryLimit memory)
    {
        using DisposeScope scope = NewDisposeScope();
        using FeatureBatch batch = FeatureBatch.From([.. Enumerable.Repeat(clip, clips)], device);
        Tensor loss = nn.functional.cross_entropy(classifier.call(batch), zeros(clips, ScalarType.Int64, device)); // the numbers play no part: only time and memory do
        memory.Check();
        loss.backward();
        _ = loss.item<float>(); // waits for the device
    }
}
