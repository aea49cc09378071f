using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>How clips are converted to features. Stored in every checkpoint, so that training and recognition cannot differ.</summary>
internal sealed record FeatureConfig
{
    /// <summary>Frames per second after resampling in time.</summary>
    public double FramesPerSecond { get; init; } = 12;

    /// <summary>
    /// A shorter clip is stretched to this many frames, so that a wrong declared frame rate stays within the range of augmentation.
    /// </summary>
    public int MinFrames { get; init; } = 24;

    /// <summary>A longer clip is compressed to this many frames.</summary>
    public int MaxFrames { get; init; } = 48;

    /// <summary>How the clip's video frames are prepared; null for models that use landmarks only.</summary>
    public FrameConfig? Frames { get; init; }

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        Frames?.Validate();
        if (!(FramesPerSecond is > 0 and <= 240) || MinFrames < 3 || MaxFrames < MinFrames || MaxFrames > 4096)
        {
            throw new ArgumentException("features: framesPerSecond must be in 0..240, minFrames at least 3, maxFrames in minFrames..4096.");
        }
    }
}
