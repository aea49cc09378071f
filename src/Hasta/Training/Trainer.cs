using System.Diagnostics;
using Hasta.Models;
using Microsoft.Extensions.Logging;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>Runs the epochs: AdamW, warm-up and cosine, label smoothing, averaged weights, best by validation, early stopping.</summary>
public sealed class Trainer(TrainingConfig config, Device device, ILogger<Trainer> logger)
{
    /// <param name="vocabulary">What the clips' gloss numbers mean.</param>
    /// <param name="train">At least two clips.</param>
    /// <param name="validation">Chooses the epoch; may be empty: then all epochs run and the last weights are taken.</param>
    /// <param name="watch">Told of every epoch and every better result, so that a stopped run leaves something usable.</param>
    /// <param name="cancellationToken">Stops after the current step.</param>
    /// <exception cref="TrainingDivergedException">The loss is no number any more.</exception>
    /// <exception cref="OperationCanceledException">Stopped; <paramref name="watch"/> was told of the weights reached.</exception>
    public Fit Train(Vocabulary vocabulary, IReadOnlyList<TrainingClip> train, IReadOnlyList<TrainingClip> validation, ITrainingWatch watch, CancellationToken cancellationToken)
    {
        config.Validate();
        manual_seed(config.Seed);
        using Classifier classifier = config.Model.Create(Features.FeatureExtractor.Count, vocabulary.Count).to(device);
        Classifier average = config.Model.Create(Features.FeatureExtractor.Count, vocabulary.Count).to(device);
        CopyWeights(classifier, average);
        using var optimizer = new AdamW(classifier.parameters(), config.WeightDecay);
        var loader = new BatchLoader(train, config);
        int epochs = Math.Max(config.Epochs, (int)Math.Ceiling(config.FewestSteps / (double)loader.StepsAnEpoch));
        var run = new Run(classifier, new WeightAverage(classifier, average, config.AverageDecay), optimizer, loader, epochs * loader.StepsAnEpoch);
        var best = new BestEpoch(average, validation, device);
        logger.LogInformation("{Train} training and {Validation} validation clips, {Glosses} glosses, {Parameters} parameters, {Epochs} epochs of {Steps} steps on {Device}.",
            train.Count, validation.Count, vocabulary.Count, classifier.ParameterCount, epochs, loader.StepsAnEpoch, device);
        try
        {
            for (int epoch = 1; epoch <= epochs && epoch - best.LastGain <= Math.Ceiling(config.Patience * epochs); epoch++)
            {
                var clock = Stopwatch.StartNew();
                (double loss, double rate) = TrainEpoch(run, epoch, cancellationToken);
                EpochResult result = best.Judge(epoch, loss, rate, clock.Elapsed);
                logger.LogInformation("{Result}", result);
                watch.OnEpoch(result, epochs);
                if (best.Epoch == epoch)
                {
                    watch.OnBetter(average, best.Calibration);
                }
            }
        }
        catch (OperationCanceledException)
        {
            if (best.Epoch == 0)
            {
                watch.OnBetter(average, best.Calibration);
            }

            throw;
        }

        best.RestoreWeights();
        return new Fit { Classifier = average, Calibration = best.Calibration, BestEpoch = best.Epoch, History = best.History };
    }

    private (double Loss, double Rate) TrainEpoch(Run run, int epoch, CancellationToken cancellationToken)
    {
        run.Classifier.train();
        double loss = 0;
        double rate = 0;
        int step = (epoch - 1) * run.Loader.StepsAnEpoch;
        foreach ((FeatureBatch batch, Tensor glosses) in run.Loader.Epoch(epoch, device))
        {
            using (batch)
            using (glosses)
            {
                cancellationToken.ThrowIfCancellationRequested();
                rate = LearningRate.At(config, step++, run.Steps);
                loss += TrainStep(run, batch, glosses, rate);
            }
        }

        return (loss / run.Loader.StepsAnEpoch, rate);
    }

    private double TrainStep(Run run, FeatureBatch batch, Tensor glosses, double rate)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = run.Classifier.call(batch); // [batch, gloss]
        Tensor loss = nn.functional.cross_entropy(logits, glosses, label_smoothing: config.LabelSmoothing);
        double value = loss.item<float>();
        if (!double.IsFinite(value))
        {
            throw new TrainingDivergedException(rate);
        }

        loss.backward();
        nn.utils.clip_grad_norm_(run.Classifier.parameters(), config.ClipGradient);
        run.Optimizer.Step(rate);
        run.Average.Update();
        return value;
    }

    private static void CopyWeights(Classifier from, Classifier to)
    {
        using var _ = no_grad();
        var targets = Weights.Of(to);
        foreach ((string name, Tensor value) in Weights.Of(from))
        {
            targets[name].copy_(value);
        }
    }

    private sealed record Run(Classifier Classifier, WeightAverage Average, AdamW Optimizer, BatchLoader Loader, int Steps);
}
