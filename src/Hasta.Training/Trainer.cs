using System.Diagnostics;
using Hasta.Landmarks;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Trains a classifier: AdamW, warm-up and cosine schedule, label smoothing, averaged weights, best epoch by validation, early stopping.
/// </summary>
internal sealed class Trainer(TrainingConfig config, Device device, ILogger<Trainer> logger)
{
    /// <summary>The checkpoint to resume from and to save; null for a run that is not kept.</summary>
    public LastCheckpoint? Last { get; init; }

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    /// <summary>Called before the first step.</summary>
    public Action<TrainingPlan>? Planned { get; init; }

    /// <param name="input">Clips and vocabulary.</param>
    /// <param name="observer">Called after every epoch and every better result, so that a stopped run leaves a usable checkpoint.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="TrainingDivergedException">The loss is NaN or has diverged.</exception>
    /// <exception cref="MemoryLimitException">There is not enough memory for the smallest micro-batch.</exception>
    /// <exception cref="BadFileException">The last checkpoint is damaged, or belongs to another run.</exception>
    /// <exception cref="OperationCanceledException">
    /// Stopped; <paramref name="observer"/> has received the weights reached so far.
    /// </exception>
    public TrainingResult Train(TrainingInput input, ITrainingObserver observer, CancellationToken cancellationToken)
    {
        config.Validate();
        string run = LastCheckpoint.FingerprintOf(config, input);
        Last?.RequireFileSize(config.Model, input.Vocabulary.Count);
        using var progress = new TrainingState(input, config, device);
        var loader = new BatchLoader(input.Train, input.Vocabulary, config);
        int epochs = loader.Epochs;
        logger.LogInformation(
            "{Train} training and {Validation} validation clips, {Glosses} glosses, {Parameters} parameters, "
            + "{Epochs} epochs of {Steps} steps on {Device}.",
            input.Train.Count,
            input.Validation.Count,
            input.Vocabulary.Count,
            progress.Classifier.ParameterCount,
            epochs,
            loader.StepsPerEpoch,
            device);
        Planned?.Invoke(new TrainingPlan(epochs, loader.StepsPerEpoch, config));
        if (Last?.Restore(progress, run) == true)
        {
            logger.LogInformation("Resuming in epoch {Epoch} after step {Step}.", progress.Epoch, progress.Step);
        }
        else if (input.Backbone is not null)
        {
            Last?.Save(progress, run); // resuming does not need the published files
        }

        var stepper = new OptimizationStep(config, device, progress, logger)
        {
            Memory = Memory,
            Steps = epochs * loader.StepsPerEpoch,
            StepsPerEpoch = loader.StepsPerEpoch,
            Glosses = input.Vocabulary.Count,
        };
        try
        {
            while (progress.Epoch <= epochs && progress.Epoch - progress.Best.State.LastGain <= Math.Ceiling(config.Patience * epochs))
            {
                RunEpoch(stepper, progress, loader, run, cancellationToken);
                Notify(observer, progress, epochs);
                Last?.Save(progress, run);
            }
        }
        catch (OperationCanceledException)
        {
            Last?.Save(progress, run);
            if (progress.Best.State.Epoch == 0)
            {
                observer.OnBest(progress.Average, progress.Best.State.Calibration);
            }

            throw;
        }

        progress.Best.RestoreWeights();
        BestState best = progress.Best.State;
        return new TrainingResult
        {
            Classifier = progress.Average,
            Calibration = best.Calibration,
            BestEpoch = best.Epoch,
            History = best.History,
        };
    }

    /// <summary>Performs the remaining steps of the current epoch, validates, and advances to the next epoch.</summary>
    private void RunEpoch(
        OptimizationStep stepper,
        TrainingState progress,
        BatchLoader loader,
        string run,
        CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        int clips = 0;
        loader.TakeWaitTime();
        progress.Classifier.train();
        foreach (TrainingBatch batch in loader.Epoch(progress.Epoch, progress.Step))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (batch)
            {
                stepper.Step(batch, Last?.FullPath);
            }

            clips += batch.Count;
            Last?.SaveWhenDue(progress, run);
        }

        progress.Best.Update(new EpochResult
        {
            Epoch = progress.Epoch,
            TrainLoss = progress.LossSum / loader.StepsPerEpoch,
            LearningRate = stepper.Rate,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 2),
            ClipsPerSecond = Math.Round(clips / clock.Elapsed.TotalSeconds, 1),
            Waiting = Math.Round(loader.TakeWaitTime() / clock.Elapsed, 3),
            MicroBatch = Math.Min(progress.MicroBatch, config.BatchSize),
        });
        (progress.Epoch, progress.Step, progress.LossSum) = (progress.Epoch + 1, 0, 0);
    }

    /// <remarks>
    /// Called before the last checkpoint is written: after a kill in between, the epoch is repeated and none of its results is lost.
    /// </remarks>
    private void Notify(ITrainingObserver observer, TrainingState progress, int epochs)
    {
        BestState state = progress.Best.State;
        EpochResult result = state.History[^1];
        logger.LogInformation("{Result}", result);
        observer.OnEpoch(result, epochs);
        if (config.KeepEpochs > 0)
        {
            observer.OnWeights(result.Epoch, progress.Average, state.Calibration);
        }

        if (state.Epoch == result.Epoch)
        {
            observer.OnBest(progress.Average, state.Calibration);
        }
    }
}
