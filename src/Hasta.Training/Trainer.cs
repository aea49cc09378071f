using System.Diagnostics;
using Hasta.Landmarks;
using Hasta.Training.Data;
using Hasta.Training.Memory;
using Hasta.Training.Runs;
using Microsoft.Extensions.Logging;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Runs the epochs: AdamW, warm-up and cosine, label smoothing, averaged weights, best by validation, early stopping.</summary>
internal sealed class Trainer(TrainingConfig config, Device device, ILogger<Trainer> logger)
{
    /// <summary>Where training continues from and what it leaves behind; null for runs that are not kept.</summary>
    public LastCheckpoint? Last { get; init; }

    public MemoryLimit Memory { get; init; } = MemoryLimit.None;

    /// <summary>Called before the first step.</summary>
    public Action<TrainingPlan>? Planned { get; init; }

    /// <param name="parts">What to learn from.</param>
    /// <param name="watch">Told of every epoch and every better result, so that a stopped run leaves something usable.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="TrainingDivergedException">The loss is no number any more, or absurdly high.</exception>
    /// <exception cref="MemoryLimitException">There is no memory for the fewest clips at a time.</exception>
    /// <exception cref="BadFileException">The last checkpoint is damaged, or of another run.</exception>
    /// <exception cref="OperationCanceledException">Stopped; <paramref name="watch"/> was told of the weights reached.</exception>
    public TrainingResult Train(TrainingInput parts, ITrainingObserver watch, CancellationToken cancellationToken)
    {
        config.Validate();
        string run = LastCheckpoint.RunOf(config, parts);
        Last?.RequireNumbers(config.Model, parts.Vocabulary.Count);
        using var progress = new TrainingState(parts, config, device);
        var loader = new BatchLoader(parts.Train, parts.Vocabulary, config);
        int epochs = loader.Epochs;
        logger.LogInformation("{Train} training and {Validation} validation clips, {Glosses} glosses, {Parameters} parameters, {Epochs} epochs of {Steps} steps on {Device}.",
            parts.Train.Count, parts.Validation.Count, parts.Vocabulary.Count, progress.Classifier.ParameterCount, epochs, loader.StepsAnEpoch, device);
        Planned?.Invoke(new TrainingPlan(epochs, loader.StepsAnEpoch, config));
        if (Last?.Restore(progress, run) == true)
        {
            logger.LogInformation("Going on in epoch {Epoch} after step {Step}.", progress.Epoch, progress.Step);
        }
        else if (parts.Backbone is not null)
        {
            Last?.Save(progress, run); // a run continues without the published files
        }

        var stepper = new OptimizationStep(config, device, progress, logger)
        {
            Memory = Memory,
            Steps = epochs * loader.StepsAnEpoch,
            StepsAnEpoch = loader.StepsAnEpoch,
            Glosses = parts.Vocabulary.Count,
        };
        try
        {
            while (progress.Epoch <= epochs && progress.Epoch - progress.Best.State.LastGain <= Math.Ceiling(config.Patience * epochs))
            {
                RunEpoch(stepper, progress, loader, run, cancellationToken);
                Tell(watch, progress, epochs);
                Last?.Save(progress, run);
            }
        }
        catch (OperationCanceledException)
        {
            Last?.Save(progress, run);
            if (progress.Best.State.Epoch == 0)
            {
                watch.OnBetter(progress.Average, progress.Best.State.Calibration);
            }

            throw;
        }

        progress.Best.RestoreWeights();
        BestState best = progress.Best.State;
        return new TrainingResult { Classifier = progress.Average, Calibration = best.Calibration, BestEpoch = best.Epoch, History = best.History };
    }

    /// <summary>From where the epoch stands to its end and its validation, and on to the start of the next.</summary>
    private void RunEpoch(OptimizationStep stepper, TrainingState progress, BatchLoader loader, string run, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        int clips = 0;
        loader.TakeWaited();
        progress.Classifier.train();
        foreach (TrainingBatch batch in loader.Epoch(progress.Epoch, progress.Step))
        {
            cancellationToken.ThrowIfCancellationRequested();
            using (batch)
            {
                stepper.Step(batch, Last?.Place);
            }

            clips += batch.Count;
            Last?.SaveWhenDue(progress, run);
        }

        progress.Best.Update(new EpochResult
        {
            Epoch = progress.Epoch,
            TrainLoss = progress.LossSum / loader.StepsAnEpoch,
            LearningRate = stepper.Rate,
            Seconds = Math.Round(clock.Elapsed.TotalSeconds, 2),
            ClipsPerSecond = Math.Round(clips / clock.Elapsed.TotalSeconds, 1),
            Waiting = Math.Round(loader.TakeWaited() / clock.Elapsed, 3),
            MicroBatch = Math.Min(progress.MicroBatch, config.BatchSize),
        });
        (progress.Epoch, progress.Step, progress.LossSum) = (progress.Epoch + 1, 0, 0);
    }

    /// <summary>Before the last checkpoint is written: a kill in between repeats the epoch, and loses no line of its results.</summary>
    private void Tell(ITrainingObserver watch, TrainingState progress, int epochs)
    {
        BestState state = progress.Best.State;
        EpochResult result = state.History[^1];
        logger.LogInformation("{Result}", result);
        watch.OnEpoch(result, epochs);
        if (config.KeepEpochs > 0)
        {
            watch.OnWeights(result.Epoch, progress.Average, state.Calibration);
        }

        if (state.Epoch == result.Epoch)
        {
            watch.OnBetter(progress.Average, state.Calibration);
        }
    }
}
