namespace Hasta.Pictures.KeptFrames;

/// <summary>What stands at the beginning of a <see cref="FrameSetFile"/>.</summary>
internal sealed record FrameSetHeader
{
    /// <summary>Of the clip's own frames, in pixels: what landmarks refer to.</summary>
    public required int Width { get; init; }

    /// <summary>Of the clip's own frames, in pixels: what landmarks refer to.</summary>
    public required int Height { get; init; }

    /// <summary>Of the frames as they are stored, in pixels.</summary>
    public required int StoredWidth { get; init; }

    /// <summary>Of the frames as they are stored, in pixels.</summary>
    public required int StoredHeight { get; init; }

    /// <summary>In order of time.</summary>
    public required IReadOnlyList<StoredFrame> Frames { get; init; }
}
