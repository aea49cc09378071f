using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>How clips become features; part of every checkpoint, so that training and recognition cannot differ.</summary>
internal sealed record FeatureConfig
{
    /// <summary>Frames per second after resampling in time.</summary>
    public double FramesPerSecond { get; init; } = 12;

    /// <summary>A shorter clip is stretched to this many frames: a wrong declared frame rate then stays within what augmentation teaches.</summary>
    public int MinFrames { get; init; } = 24;

    /// <summary>A longer clip is squeezed to this many frames.</summary>
    public int MaxFrames { get; init; } = 48;

    /// <summary>How the clip's pictures are seen; null for models that look at landmarks alone.</summary>
    public FrameConfig? Frames { get; init; }

    /// <exception cref="ArgumentException">A value outside its range.</exception>
    public void Validate()
    {
        Frames?.Validate();
        if (!(FramesPerSecond is > 0 and <= 240) || MinFrames < 3 || MaxFrames < MinFrames || MaxFrames > 4096)
        {
            throw new ArgumentException("features: framesPerSecond must be in 0..240, minFrames at least 3, maxFrames in minFrames..4096.");
        }
    }
}
