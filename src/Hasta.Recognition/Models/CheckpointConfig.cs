using System.Text.Json.Serialization;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>A checkpoint's <c>config.json</c>: everything that recognition needs besides weights and vocabulary.</summary>
internal sealed record CheckpointConfig
{
    public required ModelConfig Model { get; init; }

    public required FeatureConfig Features { get; init; }

    /// <summary><see cref="FeatureExtractor.Name"/> of the features that the weights were trained on.</summary>
    public required string Extractor { get; init; }

    /// <summary>
    /// The divisor of the logits before the softmax, fitted on validation so that a confidence of 0.8 is right about four times in five;
    /// above 0.
    /// </summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Confidence 0..1 below which an answer is unsure (chosen on validation).</summary>
    public double UnsureBelow { get; init; }

    /// <summary>How and on what data it was trained, in one sentence, for reports.</summary>
    public string Origin { get; init; } = "";

    /// <summary>
    /// The engine of the landmarks it was trained on (see <see cref="LandmarkEngineId.ForBodyAndHands"/>); clips to recognise use the same
    /// engine. Null if unknown.
    /// </summary>
    [JsonConverter(typeof(LandmarkEngineIdConverter))]
    public LandmarkEngineId? Engine { get; init; }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        Features.Validate();
        if (Extractor != FeatureExtractor.Name)
        {
            throw new ArgumentException(
                $"it was trained on {Extractor}, but this version of Hasta computes {FeatureExtractor.Name}: "
                + "train it again, or use the version that trained it.");
        }

        Model.Check(Features);
        if (!(Temperature is > 0 and <= 100) || !(UnsureBelow is >= 0 and <= 1))
        {
            throw new ArgumentException("temperature must be in 0..100, unsureBelow in 0..1.");
        }
    }
}
