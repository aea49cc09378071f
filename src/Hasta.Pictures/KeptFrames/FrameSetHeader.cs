namespace Hasta.Pictures.KeptFrames;

/// <summary>The header of a <see cref="FrameSetFile"/>.</summary>
internal sealed record FrameSetHeader
{
    /// <summary>Width of the clip's frames in pixels, as used by landmarks.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the clip's frames in pixels, as used by landmarks.</summary>
    public required int Height { get; init; }

    /// <summary>Width of the stored frames in pixels.</summary>
    public required int StoredWidth { get; init; }

    /// <summary>Height of the stored frames in pixels.</summary>
    public required int StoredHeight { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<StoredFrame> Frames { get; init; }
}
