namespace Hasta.Recognition.FrameViews;

/// <summary>
/// How a clip's kept frames are prepared for a model: a square window around the signer's shoulders, with the same width in shoulder
/// widths in every clip.
/// </summary>
public sealed record FrameConfig
{
    /// <summary>The maximum number of frames per clip, chosen evenly from the kept frames.</summary>
    public int Count { get; init; } = 16;

    /// <summary>Pixels per side, as required by the image backbone.</summary>
    public int Size { get; init; } = 224;

    /// <summary>Shoulder widths from the middle of the shoulders to each side of the window.</summary>
    public double Reach { get; init; } = 2;

    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public void Validate()
    {
        if (Count is < 1 or > 256 || Size is < 8 or > 1024 || !(Reach is >= 0.25 and <= 8))
        {
            throw new ArgumentException("features.frames: count must be in 1..256, size in 8..1024, reach in 0.25..8.");
        }
    }
}
