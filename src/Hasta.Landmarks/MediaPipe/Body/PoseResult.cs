namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>The result of the pose network for one frame, in pixels.</summary>
internal sealed record PoseResult
{
    /// <summary>33 points with their visibility.</summary>
    public required Landmark[] Landmarks { get; init; }

    /// <summary>The midpoint of the hips, for the next region.</summary>
    public required Landmark Hips { get; init; }

    /// <summary>A point on the circle around the whole body, above the hips of an upright person.</summary>
    public required Landmark Rim { get; init; }
}
