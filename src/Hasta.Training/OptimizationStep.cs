using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Optimisation;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Makes optimiser steps. A batch is computed in parts whose gradients are added up; where memory runs out the step is freed and made again in
/// smaller parts, so that no batch is lost and its size stays what it was.
/// </summary>
internal sealed class OptimizationStep(TrainingConfig config, Device device, TrainingState progress, ILogger logger)
{
    /// <summary>A loss this many times that of a guess among all glosses is no learning any more.</summary>
    private const double Absurd = 100;

    public required MemoryLimit Memory { get; init; }

    /// <summary>Of the whole run.</summary>
    public required int Steps { get; init; }

    public required int StepsAnEpoch { get; init; }

    /// <summary>Of the vocabulary.</summary>
    public required int Glosses { get; init; }

    /// <summary>The learning rate of the latest step, also where an earlier process made it.</summary>
    public double Rate => LearningRateAt(progress.Step - 1);

    /// <param name="batch">The next.</param>
    /// <param name="last">Names the last checkpoint in an error.</param>
    /// <exception cref="TrainingDivergedException">Loss or gradient is no number any more, or the loss absurdly high; no weight was changed.</exception>
    /// <exception cref="MemoryLimitException">There is no memory for the fewest clips at a time.</exception>
    public void Step(TrainingBatch batch, string? last)
    {
        double loss = AddGradients(batch);
        double norm = nn.utils.clip_grad_norm_(progress.Classifier.parameters(), config.MaxGradientNorm);
        double rate = LearningRateAt(progress.Step);
        if (!(loss <= Absurd * Math.Log(Glosses)) || !double.IsFinite(norm))
        {
            throw new TrainingDivergedException((progress.Epoch, progress.Step + 1), double.IsFinite(norm) ? loss : double.NaN, rate, last);
        }

        progress.Optimizer.Step(rate);
        progress.Averaging.Update();
        progress.LossSum += loss;
        progress.Step++;
    }

    private double LearningRateAt(int step) => LearningRate.At(config, ((progress.Epoch - 1) * StepsAnEpoch) + step, Steps);

    /// <returns>The mean loss of the batch.</returns>
    private double AddGradients(TrainingBatch batch)
    {
        int fewest = progress.Classifier.MinBatchSize;
        progress.Statistics.Remember();
        while (true)
        {
            try
            {
                return batch.MicroBatches(progress.MicroBatch, fewest).Select((part, i) => AddGradients(batch, part, i)).Sum();
            }
            catch (Exception error) when (OutOfMemory.Is(error))
            {
                Shrink(batch, fewest, error);
            }
        }
    }

    /// <summary>Random numbers depend on the place alone: a step made again, or after a kill, draws the same.</summary>
    private double AddGradients(TrainingBatch batch, (int Start, int Count) part, int index)
    {
        using DisposeScope scope = NewDisposeScope();
        using Generator generator = manual_seed(StableHash.Compute(config.Seed, progress.Epoch, (progress.Step << 12) + index));
        using Scalar share = 1.0 / batch.Count;
        using FeatureBatch features = batch.Features.Slice(part.Start, part.Count, device);
        Tensor glosses = tensor(batch.Glosses.AsSpan(part.Start, part.Count).ToArray(), device: device); // [batch]
        Tensor logits = Logits(features);                                                            // [batch, gloss]
        Tensor loss = nn.functional.cross_entropy(logits, glosses, reduction: nn.Reduction.Sum, label_smoothing: config.LabelSmoothing).mul(share);
        Memory.Check();
        loss.backward();
        progress.Half?.GiveGradients();
        return loss.item<float>();
    }

    private Tensor Logits(FeatureBatch features)
    {
        if (progress.Half is not { } half)
        {
            return progress.Classifier.call(features);
        }

        half.TakeWeights();
        half.Classifier.train();
        using FeatureBatch rounded = features.To(ScalarType.BFloat16);
        return half.Classifier.call(rounded).to(ScalarType.Float32);
    }

    private void Shrink(TrainingBatch batch, int fewest, Exception error)
    {
        progress.Optimizer.ClearGradients();
        progress.Half?.ClearGradients();
        progress.Statistics.Restore();
        MemoryLimit.GiveBack();
        int tried = batch.MaxMicroBatch(progress.MicroBatch, fewest);
        int half = Math.Max(fewest, tried / 2);
        if (batch.MaxMicroBatch(half, fewest) >= tried)
        {
            throw new MemoryLimitException($"There is no memory for {tried} clip(s) at a time: {error.Message.Split('\n')[0]}", error);
        }

        progress.MicroBatch = half;
        logger.LogWarning("Out of memory with {Tried} clips at a time: continuing with {Clips}, the batch stays {Batch}.", tried, progress.MicroBatch, config.BatchSize);
    }
}
