using Hasta.Landmarks.Text;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Optimisation;
using Microsoft.Extensions.Logging;
using TorchSharp;

using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Performs optimizer steps. A batch is computed in micro-batches whose gradients are summed. If memory runs out, the step is discarded and
/// repeated with smaller micro-batches, so that no batch is lost and the batch size does not change.
/// </summary>
internal sealed class OptimizationStep(TrainingConfig config, Device device, TrainingState progress, ILogger logger)
{
    /// <summary>Training has diverged if the loss exceeds this multiple of the loss of a uniform guess among all glosses.</summary>
    private const double MaxLossRatio = 100;

    public required MemoryLimit Memory { get; init; }

    /// <summary>Steps of the whole run.</summary>
    public required int Steps { get; init; }

    public required int StepsPerEpoch { get; init; }

    /// <summary>The size of the vocabulary.</summary>
    public required int Glosses { get; init; }

    /// <summary>The learning rate of the latest step, even if an earlier process performed it.</summary>
    public double Rate => LearningRateAt(progress.Step - 1);

    /// <param name="batch">The next batch.</param>
    /// <param name="last">Path of the last checkpoint, for the error message.</param>
    /// <exception cref="TrainingDivergedException">
    /// Loss or gradient is not finite, or the loss has diverged; no weight was changed.
    /// </exception>
    /// <exception cref="MemoryLimitException">There is not enough memory for the smallest micro-batch.</exception>
    public void Step(TrainingBatch batch, string? last)
    {
        double loss = AddGradients(batch);
        double norm = nn.utils.clip_grad_norm_(progress.Classifier.parameters(), config.MaxGradientNorm);
        double rate = LearningRateAt(progress.Step);
        if (!(loss <= MaxLossRatio * Math.Log(Glosses)) || !double.IsFinite(norm))
        {
            throw new TrainingDivergedException((progress.Epoch, progress.Step + 1), double.IsFinite(norm) ? loss : double.NaN, rate, last);
        }

        progress.Optimizer.Step(rate);
        progress.Averaging.Update();
        progress.LossSum += loss;
        progress.Step++;
    }

    private double LearningRateAt(int step) => LearningRate.At(config, ((progress.Epoch - 1) * StepsPerEpoch) + step, Steps);

    /// <returns>The mean loss of the batch.</returns>
    private double AddGradients(TrainingBatch batch)
    {
        int min = progress.Classifier.MinBatchSize;
        progress.Statistics.Save();
        while (true)
        {
            try
            {
                return batch.MicroBatches(progress.MicroBatch, min).Select((microBatch, i) => AddGradients(batch, microBatch, i)).Sum();
            }
            catch (Exception error) when (OutOfMemory.Matches(error))
            {
                Shrink(batch, min, error);
            }
        }
    }

    /// <remarks>
    /// Random numbers depend on epoch, step and index alone: a repeated step, or one after a kill, draws the same numbers.
    /// </remarks>
    private double AddGradients(TrainingBatch batch, (int Start, int Count) microBatch, int index)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = manual_seed(StableHash.Compute(config.Seed, progress.Epoch, (progress.Step << 12) + index));
        using Scalar share = 1.0 / batch.Count;
        using FeatureBatch features = batch.Features.Slice(microBatch.Start, microBatch.Count, device);
        Tensor glosses = tensor(batch.Glosses.AsSpan(microBatch.Start, microBatch.Count).ToArray(), device: device); // [batch]
        Tensor logits = Logits(features);                                                                        // [batch, gloss]
        Tensor loss = nn.functional
            .cross_entropy(logits, glosses, reduction: nn.Reduction.Sum, label_smoothing: config.LabelSmoothing)
            .mul(share);
        Memory.Check();
        loss.backward();
        progress.Half?.PushGradients();
        return loss.item<float>();
    }

    private Tensor Logits(FeatureBatch features)
    {
        if (progress.Half is not { } half)
        {
            return progress.Classifier.call(features);
        }

        half.PullWeights();
        half.Classifier.train();
        using FeatureBatch rounded = features.To(ScalarType.BFloat16);
        return half.Classifier.call(rounded).to(ScalarType.Float32);
    }

    private void Shrink(TrainingBatch batch, int min, Exception error)
    {
        progress.Optimizer.ClearGradients();
        progress.Half?.ClearGradients();
        progress.Statistics.Restore();
        MemoryLimit.ReleaseUnused();
        int tried = batch.MaxMicroBatch(progress.MicroBatch, min);
        int half = Math.Max(min, tried / 2);
        if (batch.MaxMicroBatch(half, min) >= tried)
        {
            throw new MemoryLimitException(
                $"There is no memory for {CountText.Of(tried, "clip")} at a time: {error.Message.Split('\n')[0]}", error);
        }

        progress.MicroBatch = half;
        logger.LogWarning(
            "Out of memory with {Tried} clips at a time: continuing with {Clips}; the batch size stays {Batch}.",
            tried,
            progress.MicroBatch,
            config.BatchSize);
    }
}
