using Hasta.Landmarks.Text;
using Hasta.Recognition.Features;
using Hasta.Training.Data;
using Hasta.Training.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;

using static TorchSharp.torch;

namespace Hasta.Training.Memory;

/// <summary>
/// Finds the largest fast micro-batch: performs forward and backward passes over clips of the maximum length that augmentation can
/// produce, doubling their number until memory runs out or larger micro-batches are slower. The batch size, and so the optimization, does
/// not change.
/// </summary>
internal sealed class MicroBatchSearch(TrainingConfig config, Device device, ILogger logger)
{
    /// <summary>A larger micro-batch must reach at least this fraction of the highest speed so far.</summary>
    private const double MinSpeedRatio = 0.8;

    /// <summary>The fraction of free memory that may be used on the CPU if no limit is set.</summary>
    private const double FreeMemoryShare = 0.5;

    private const int MinPasses = 3;

    /// <summary>Minimum measuring time: on a busy machine, the fastest of many passes is more reliable.</summary>
    private static readonly TimeSpan MinMeasuringTime = TimeSpan.FromSeconds(0.2);

    /// <summary>Limit for training; without one, the device's memory, or on the CPU half of the free memory.</summary>
    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <param name="clip">Any clip of the data set.</param>
    /// <param name="glosses">Size of the vocabulary.</param>
    /// <returns>Clips per micro-batch, at most <see cref="TrainingConfig.BatchSize"/>.</returns>
    /// <exception cref="MemoryLimitException">There is not enough memory for the smallest micro-batch.</exception>
    public int Find(NormalizedSequence clip, int glosses)
    {
        using Classifier classifier = Classifiers.Create(config.Model, glosses).to(device);
        classifier.train();
        int maxFrames = (int)Math.Ceiling(config.Features.MaxFrames * config.Augmentation.MaxDuration);
        FeatureSequence longest = FeatureExtractor.Extract(Resampling.To(clip, maxFrames));
        MemoryLimit memory = Memory.IsSet || device.type != DeviceType.CPU ? Memory : HalfOfFree();
        int min = Math.Min(classifier.MinBatchSize, config.BatchSize);
        return Largest(min, config.BatchSize, clips => Speed(classifier, longest, clips, memory));
    }

    /// <param name="min">Minimum number of clips that the network needs.</param>
    /// <param name="max">Clips per batch.</param>
    /// <param name="speed">Returns clips per second for a micro-batch size, or null if memory runs out.</param>
    /// <exception cref="MemoryLimitException">There is not enough memory for <paramref name="min"/> clips.</exception>
    internal static int Largest(int min, int max, Func<int, double?> speed)
    {
        double highest = speed(min) ?? throw new MemoryLimitException($"There is no memory for {CountText.Of(min, "clip")} at a time.");
        int fits = min;
        while (fits < max)
        {
            int tried = Math.Min(2 * fits, max);
            if (speed(tried) is not { } reached)
            {
                return Bisect(fits, tried, speed);
            }

            if (reached < MinSpeedRatio * highest)
            {
                return fits;
            }

            (fits, highest) = (tried, Math.Max(highest, reached));
        }

        return fits;
    }

    /// <summary>Bisects between a size that fits and one that does not, down to an eighth of the size that fits.</summary>
    private static int Bisect(int fits, int tooMany, Func<int, double?> speed)
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
        return new MemoryLimit(Environment.WorkingSet + (long)(FreeMemoryShare * free));
    }

    private double? Speed(Classifier classifier, FeatureSequence clip, int clips, MemoryLimit memory)
    {
        try
        {
            Pass(classifier, clip, clips, memory);
            double fastest = double.PositiveInfinity;
            TimeSpan spent = TimeSpan.Zero;
            for (int i = 0; i < MinPasses || spent < MinMeasuringTime; i++)
            {
                long start = Clock.GetTimestamp();
                Pass(classifier, clip, clips, memory);
                TimeSpan elapsed = Clock.GetElapsedTime(start);
                spent += elapsed;
                fastest = Math.Min(fastest, elapsed.TotalSeconds);
            }

            logger.LogInformation("{Clips} clips at a time: {Speed:0} clips/s.", clips, clips / fastest);
            return clips / fastest;
        }
        catch (Exception error) when (OutOfMemory.Matches(error))
        {
            classifier.zero_grad();
            MemoryLimit.ReleaseUnused();
            logger.LogInformation("{Clips} clips at a time: out of memory.", clips);
            return null;
        }
    }

    private void Pass(Classifier classifier, FeatureSequence clip, int clips, MemoryLimit memory)
    {
        using DisposeScope scope = NewDisposeScope();
        using FeatureBatch batch = FeatureBatch.From([.. Enumerable.Repeat(clip, clips)], device);
        Tensor target = zeros(clips, ScalarType.Int64, device); // the values do not matter, only time and memory
        Tensor loss = nn.functional.cross_entropy(classifier.call(batch), target);
        memory.Check();
        loss.backward();
        _ = loss.item<float>(); // waits for the device
    }
}
