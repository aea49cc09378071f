namespace Hasta.Landmarks.Files;

/// <summary>A .pose file as it stands: the header and the body's arrays.</summary>
public sealed record PoseDocument
{
    public required PoseHeader Header { get; init; }

    /// <summary>Frames a second.</summary>
    public required float Fps { get; init; }

    public required int Frames { get; init; }

    public required int People { get; init; }

    /// <summary>Coordinates in pixels, <c>[frame, person, point, dimension]</c>; 0 where the confidence is 0.</summary>
    public required float[] Data { get; init; }

    /// <summary><c>[frame, person, point]</c>, 0 = missing.</summary>
    public required float[] Confidence { get; init; }
}
