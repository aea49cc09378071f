using Hasta.Landmarks;
using Hasta.Recognition.Features;
using Hasta.Recognition.Models;
using Hasta.Training.Data;
using Hasta.Training.Optimisation;

namespace Hasta.Training;

/// <summary>
/// All settings of a training run, saved with the run as used. Paths come from the command line, never from the settings.
/// </summary>
internal sealed record TrainingConfig
{
    public ModelConfig Model { get; init; } = new LandmarkMlpConfig();

    public FeatureConfig Features { get; init; } = new();

    public AugmentationConfig Augmentation { get; init; } = new();

    /// <summary>Passes over the training clips.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>Raises <see cref="Epochs"/> to reach at least this many optimizer steps; 0 if the user specified only epochs.</summary>
    public int MinSteps { get; init; } = 700;

    /// <summary>
    /// Clips per signer and gloss in an epoch, drawn again for each epoch, so that signers with many takes do not outweigh the others. Null
    /// uses all.
    /// </summary>
    public int? MaxTakes { get; init; }

    /// <summary>Clips per optimizer step.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>
    /// Clips per forward and backward pass, to save memory: the gradients of a batch are summed. Null for the whole batch. Halved when
    /// memory runs out.
    /// </summary>
    public int? MicroBatch { get; init; }

    public double LearningRate { get; init; } = 3e-3;

    /// <summary>Not applied to biases and norms.</summary>
    public double WeightDecay { get; init; } = 0.05;

    /// <summary>The fraction 0..1 of all steps in which the learning rate rises; it then falls as half a cosine.</summary>
    public double WarmupFraction { get; init; } = 0.15;

    /// <summary>The fraction 0..1 of the target that is spread over all glosses.</summary>
    public double LabelSmoothing { get; init; } = 0.1;

    /// <summary>Maximum norm of all gradients together; larger gradients are clipped.</summary>
    public double MaxGradientNorm { get; init; } = 2;

    /// <summary>Decay per step of the averaged weights, which are validated and kept.</summary>
    public double EmaDecay { get; init; } = 0.99;

    /// <summary>Training stops after this fraction 0..1 of all epochs without a better validation result.</summary>
    public double Patience { get; init; } = 0.5;

    /// <summary>Precision of the computation during training: full, or bFloat16 for CUDA.</summary>
    public Precision Precision { get; init; } = Precision.Full;

    /// <summary>Number of latest epochs kept as separate checkpoints, in addition to the best and the last.</summary>
    public int KeepEpochs { get; init; }

    /// <summary>Seed of weights, clip order, dropout and augmentation.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The subset of these settings that recognition needs.</summary>
    /// <param name="calibration">Fitted on clips that the weights were not trained on.</param>
    /// <param name="origin">One sentence on how and on what data the model was trained.</param>
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

    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    public void Validate()
    {
        Features.Validate();
        Model.Check(Features);
        Augmentation.Validate();
        Require(Epochs is >= 1 and <= 100_000, nameof(Epochs), "1..100000");
        Require(MinSteps is >= 0 and <= 10_000_000, nameof(MinSteps), "0..10000000");
        Require(BatchSize is >= 2 and <= 65_536, nameof(BatchSize), "2..65536");
        Require(MaxTakes is null or >= 1 and <= 1_000_000, nameof(MaxTakes), "1..1000000");
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
