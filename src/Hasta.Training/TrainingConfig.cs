using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>All settings of a training run; written with the run as it was used. Paths come from the command line, never from here.</summary>
internal sealed record TrainingConfig
{
    public ModelConfig Model { get; init; } = new LandmarkMlpConfig();

    public FeatureConfig Features { get; init; } = new();

    public AugmentationConfig Augmentation { get; init; } = new();

    /// <summary>Passes over the training clips.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Raises <see cref="Epochs"/> until at least this many optimiser steps are made; 0 where the user gave epochs alone.</summary>
    public int MinSteps { get; init; } = 700;

    /// <summary>Clips in an optimiser step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Clips computed at a time, for small memories: the gradients of a batch are added up. Null: the whole batch. Halved where memory runs out.</summary>
    public int? MicroBatch { get; init; }

    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Not applied to biases and norms.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>The part 0..1 of all steps in which the learning rate rises; it then falls as half a cosine.</summary>
    public double WarmupFraction { get; init; } = 0.15;

    /// <summary>The part 0..1 of the target that is spread over all glosses.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Largest norm of all gradients together.</summary>
    public double MaxGradientNorm { get; init; } = 2;

    /// <summary>Decay a step of the averaged weights that are validated and kept.</summary>
    public double EmaDecay { get; init; } = 0.99;

    /// <summary>Training stops after this part 0..1 of all epochs without a better validation result.</summary>
    public double Patience { get; init; } = 0.5;

    /// <summary>What the network computes in while it trains: full, or bFloat16 for CUDA.</summary>
    public Precision Precision { get; init; } = Precision.Full;

    /// <summary>Of the latest epochs, so many are kept as checkpoints of their own beside the best and the last.</summary>
    public int KeepEpochs { get; init; }

    /// <summary>Seeds weights, order, dropout and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What recognition needs to know of these settings.</summary>
    /// <param name="calibration">Fitted on clips that did not train the weights.</param>
    /// <param name="origin">How it was trained and on what, in a sentence.</param>
    /// <param name="engine">See <see cref="CheckpointConfig.Engine"/>.</param>
    public CheckpointConfig ForCheckpoint(Calibration calibration, string origin, LandmarkEngineId? engine = null) => new()
    {
        Model = Model,
        Features = Features,
        Extractor = FeatureExtractor.Name,
        Temperature = calibration.Temperature,
        UnsureBelow = calibration.UnsureBelow,
        Origin = origin,
        Engine = engine,
    };

    /// <exception cref="ArgumentException">A value outside its range, named.</exception>
    public void Validate()
    {
        Features.Validate();
        Model.Check(Features);
        Augmentation.Validate();
        Require(Epochs is >= 1 and <= 100_000, nameof(Epochs), "1..100000");
        Require(MinSteps is >= 0 and <= 10_000_000, nameof(MinSteps), "0..10000000");
        Require(BatchSize is >= 2 and <= 65_536, nameof(BatchSize), "2..65536");
        Require(MicroBatch is null or >= 1 and <= 65_536, nameof(MicroBatch), "1..65536");
        Require(LearningRate is > 0 and <= 1, nameof(LearningRate), "0..1");
        Require(WeightDecay is >= 0 and <= 1, nameof(WeightDecay), "0..1");
        Require(WarmupFraction is >= 0 and < 1, nameof(WarmupFraction), "0..1");
        Require(LabelSmoothing is >= 0 and < 1, nameof(LabelSmoothing), "0..1");
        Require(MaxGradientNorm > 0, nameof(MaxGradientNorm), "above 0");
        Require(EmaDecay is >= 0 and < 1, nameof(EmaDecay), "0..1");
        Require(Enum.IsDefined(Precision), nameof(Precision), "full, bFloat16");
        Require(KeepEpochs is >= 0 and <= 1000, nameof(KeepEpochs), "0..1000");
        Require(Patience is > 0 and <= 1, nameof(Patience), "0..1");
    }

    private static void Require(bool holds, string key, string range)
    {
        if (!holds)
        {
            throw new ArgumentException($"{char.ToLowerInvariant(key[0])}{key[1..]} must be in {range}.");
        }
    }
}
