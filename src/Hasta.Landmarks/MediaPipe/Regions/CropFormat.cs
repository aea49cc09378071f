namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>The input that a network was trained on.</summary>
internal sealed record CropFormat
{
    /// <summary>Width and height in pixels, a multiple of 8.</summary>
    public required int Size { get; init; }

    /// <summary>What a black channel becomes.</summary>
    public float Min { get; init; }

    /// <summary>What a full channel becomes.</summary>
    public float Max { get; init; } = 1;

    /// <summary>True: black outside the frame; false: the frame's border pixels repeat.</summary>
    public bool BlackOutside { get; init; }
}
