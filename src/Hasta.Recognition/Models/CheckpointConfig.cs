using System.Text.Json.Serialization;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.Models;

/// <summary>A checkpoint's <c>config.json</c>: all that recognition needs beside weights and vocabulary.</summary>
internal sealed record CheckpointConfig
{
    public required ModelConfig Model { get; init; }

    public required FeatureConfig Features { get; init; }

    /// <summary><see cref="FeatureExtractor.Name"/> of the features that the weights were trained on.</summary>
    public required string Extractor { get; init; }

    /// <summary>Logits are divided by it before the softmax, so that a confidence of 0.8 is right about four times in five (fitted on validation); above 0.</summary>
    public double Temperature { get; init; } = 1;

    /// <summary>Confidence 0..1 below which an answer is called unsure (chosen on validation).</summary>
    public double UnsureBelow { get; init; }

    /// <summary>How it was trained and on what, in a sentence, for reports.</summary>
    public string Origin { get; init; } = "";

    /// <summary>
    /// What found the landmarks it was trained on (see <see cref="LandmarkEngineId.ForBodyAndHands"/>); clips to recognise go through the
    /// same engine. Null where it is not known.
    /// </summary>
    [JsonConverter(typeof(LandmarkEngineIdConverter))]
    public LandmarkEngineId? Engine { get; init; }

    /// <exception cref="ArgumentException">A value outside its range.</exception>
    public void Validate()
    {
        Features.Validate();
        if (Extractor != FeatureExtractor.Name)
        {
            throw new ArgumentException($"it was trained on {Extractor}, and this Hasta makes {FeatureExtractor.Name}: train again, or use the Hasta that made it.");
        }

        Model.Check(Features);
        if (!(Temperature is > 0 and <= 100) || !(UnsureBelow is >= 0 and <= 1))
        {
            throw new ArgumentException("temperature must be in 0..100, unsureBelow in 0..1.");
        }
    }
}
