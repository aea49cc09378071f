using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>
/// Everything that changes during training, and that is needed to resume after a kill. Random number generators are not part of it: each
/// step seeds its own from seed and step.
/// </summary>
internal sealed class TrainingState : IDisposable
{
    public TrainingState(TrainingInput input, TrainingConfig config, Device device)
    {
        manual_seed(config.Seed);
        Classifier = Classifiers.Create(config.Model, input.Vocabulary.Count).to(device);
        Average = Classifiers.Create(config.Model, input.Vocabulary.Count).to(device);
        if (input.Backbone is { } published)
        {
            ((VitFusion)Classifier).Load(published);
        }

        Weights.Copy(Classifier, Average);
        Half = config.Precision == Precision.BFloat16
            ? new HalfPrecision(Classifier, Classifiers.Create(config.Model, input.Vocabulary.Count).to(device))
            : null;
        Statistics = new BatchNormState(Classifier);
        Optimizer = new AdamW(
            Classifier.named_parameters().Where(pair => pair.parameter.requires_grad),
            config.WeightDecay,
            Classifier.LearningRateFactor);
        Averaging = new ExponentialMovingAverage(Classifier, Average, config.EmaDecay);
        Best = new EpochSelector(Average, input, device);
        MicroBatch = config.MicroBatch ?? int.MaxValue;
    }

    public Classifier Classifier { get; }

    /// <summary>Computes in place of <see cref="Classifier"/> in reduced precision; null for float32.</summary>
    public HalfPrecision? Half { get; }

    public BatchNormState Statistics { get; }

    /// <summary>The averaged weights. Not disposed here: ownership passes to the <see cref="TrainingResult"/>.</summary>
    public Classifier Average { get; }

    public AdamW Optimizer { get; }

    public ExponentialMovingAverage Averaging { get; }

    public EpochSelector Best { get; }

    /// <summary>The current epoch, from 1.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>Completed steps of that epoch.</summary>
    public int Step { get; set; }

    /// <summary>Sum of the losses of these steps.</summary>
    public double LossSum { get; set; }

    /// <summary>Clips per forward and backward pass.</summary>
    public int MicroBatch { get; set; }

    public void Dispose()
    {
        Classifier.Dispose();
        Half?.Dispose();
        Statistics.Dispose();
        Optimizer.Dispose();
        Best.Dispose();
    }
}
