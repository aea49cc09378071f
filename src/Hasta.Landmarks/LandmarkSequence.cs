namespace Hasta.Landmarks;

/// <summary>The landmarks of one clip, or of one segment of a live stream.</summary>
public sealed record LandmarkSequence
{
    /// <summary>Frames per second, above 0.</summary>
    public required double Fps { get; init; }

    /// <summary>Width in pixels of the frame that the coordinates refer to.</summary>
    public required int Width { get; init; }

    /// <summary>Height in pixels of the frame that the coordinates refer to.</summary>
    public required int Height { get; init; }

    public required IReadOnlyList<LandmarkFrame> Frames { get; init; }

    /// <summary>The person with these landmarks, if a file contains several people; otherwise null.</summary>
    public PersonChoice? Person { get; init; }
}
