using Hasta.Training.Checkpoints;
using Hasta.Training.Models;
using Hasta.Training.Optimisation;
using TorchSharp;
using static TorchSharp.torch;

namespace Hasta.Training;

/// <summary>All that changes while a run trains, and with what it can go on after a kill: random numbers are drawn again each step, from seed and step.</summary>
internal sealed class TrainingState : IDisposable
{
    public TrainingState(TrainingInput parts, TrainingConfig config, Device device)
    {
        manual_seed(config.Seed);
        Classifier = Classifiers.Create(config.Model, parts.Vocabulary.Count).to(device);
        Average = Classifiers.Create(config.Model, parts.Vocabulary.Count).to(device);
        if (parts.Backbone is { } published)
        {
            ((VitFusion)Classifier).Load(published);
        }

        Weights.Copy(Classifier, Average);
        Half = config.Precision == Precision.BFloat16
            ? new HalfPrecision(Classifier, Classifiers.Create(config.Model, parts.Vocabulary.Count).to(device))
            : null;
        Statistics = new BatchNormState(Classifier);
        Optimizer = new AdamW(Classifier.named_parameters().Where(pair => pair.parameter.requires_grad), config.WeightDecay, Classifier.RateOf);
        Averaging = new ExponentialMovingAverage(Classifier, Average, config.EmaDecay);
        Best = new BestEpoch(Average, parts, device);
        MicroBatch = config.MicroBatch ?? int.MaxValue;
    }

    public Classifier Classifier { get; }

    /// <summary>What computes in its place, where it is not to compute in float32.</summary>
    public HalfPrecision? Half { get; }

    public BatchNormState Statistics { get; }

    /// <summary>The averaged weights; whoever takes the fit disposes it.</summary>
    public Classifier Average { get; }

    public AdamW Optimizer { get; }

    public ExponentialMovingAverage Averaging { get; }

    public BestEpoch Best { get; }

    /// <summary>The epoch in work, from 1.</summary>
    public int Epoch { get; set; } = 1;

    /// <summary>Steps done in it.</summary>
    public int Step { get; set; }

    /// <summary>Of these steps.</summary>
    public double LossSum { get; set; }

    /// <summary>Clips computed at a time.</summary>
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
