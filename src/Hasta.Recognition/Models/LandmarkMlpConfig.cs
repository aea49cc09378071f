using System.Text.Json.Serialization;

namespace Hasta.Recognition.Models;

/// <summary>Sizes of <c>LandmarkMlp</c>.</summary>
internal sealed record LandmarkMlpConfig : ModelConfig
{
    private const int MaxWidth = 4096;

    /// <summary>Units of every hidden layer.</summary>
    public int Width { get; init; } = 128;

    /// <summary>Probability 0..1 that a feature is dropped in all frames of a clip during training.</summary>
    public double FeatureDropout { get; init; } = 0.2;

    /// <summary>Dropout 0..1 between the two layers that process single frames.</summary>
    public double FrameDropout { get; init; } = 0.1;

    /// <summary>Dropout 0..1 before the logits.</summary>
    public double HeadDropout { get; init; } = 0.5;

    [JsonIgnore]
    public override string Name => "LandmarkMlp";

    public override long MinParameters(int features, int glosses) => (long)Width * (features + (3L * Width) + glosses);

    public override void Validate()
    {
        bool validRates = FeatureDropout is >= 0 and < 1 && FrameDropout is >= 0 and < 1 && HeadDropout is >= 0 and < 1;
        if (Width is not (> 0 and <= MaxWidth) || !validRates)
        {
            throw new ArgumentException($"landmarkMlp: width must be in 1..{MaxWidth}, the dropouts in 0..1.");
        }
    }
}
