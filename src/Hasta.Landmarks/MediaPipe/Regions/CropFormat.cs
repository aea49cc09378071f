namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>The input that a network was trained on.</summary>
internal sealed record CropFormat
{
    /// <summary>Width and height in pixels, a multiple of 8.</summary>
    public required int Size { get; init; }

    /// <summary>Input value of a black channel.</summary>
    public float Min { get; init; }

    /// <summary>Input value of a channel at its maximum.</summary>
    public float Max { get; init; } = 1;

    /// <summary>True: black outside the frame; false: the frame's border pixels repeat.</summary>
    public bool BlackOutside { get; init; }
}
