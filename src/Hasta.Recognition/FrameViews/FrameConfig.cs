namespace Hasta.Recognition.FrameViews;

/// <summary>How a model sees a clip's kept frames: a square window about the signer's shoulders, as wide in every clip by the signer's own measure.</summary>
public sealed record FrameConfig
{
    /// <summary>Frames per clip at most, evenly chosen from those that are kept.</summary>
    public int Count { get; init; } = 16;

    /// <summary>Pixels per side, as the image backbone wants them.</summary>
    public int Size { get; init; } = 224;

    /// <summary>Shoulder widths from the middle of the shoulders to each side of the window.</summary>
    public double Reach { get; init; } = 2;

    /// <exception cref="ArgumentException">A value outside its range.</exception>
    public void Validate()
    {
        if (Count is < 1 or > 256 || Size is < 8 or > 1024 || !(Reach is >= 0.25 and <= 8))
        {
            throw new ArgumentException("features.frames: count must be in 1..256, size in 8..1024, reach in 0.25..8.");
        }
    }
}
