using System.Text.Json.Serialization;

namespace Hasta.Recognition.Models;

/// <summary>Sizes of <c>BiLstm</c>.</summary>
internal sealed record BiLstmConfig : ModelConfig
{
    private const int MaxWidth = 4096;

    /// <summary>Values per frame, and size of each direction's state.</summary>
    public int Width { get; init; } = 64;

    /// <summary>Dropout 0..1 before the logits.</summary>
    public double HeadDropout { get; init; } = 0.5;

    [JsonIgnore]
    public override string Name => "BiLstm";

    public override long MinParameters(int features, int glosses) => (long)Width * (features + (16L * Width) + (4L * glosses));

    public override void Validate()
    {
        if (Width is not (> 0 and <= MaxWidth) || HeadDropout is not (>= 0 and < 1))
        {
            throw new ArgumentException($"biLstm: width must be in 1..{MaxWidth}, headDropout in 0..1.");
        }
    }
}
