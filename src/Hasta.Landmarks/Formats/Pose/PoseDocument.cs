using System.Runtime.InteropServices;

namespace Hasta.Landmarks.Formats.Pose;

/// <summary>The content of a .pose file, unchanged: the header and the body's numbers.</summary>
public sealed record PoseDocument
{
    public required PoseHeader Header { get; init; }

    /// <summary>Frames per second.</summary>
    public required float Fps { get; init; }

    public required int Frames { get; init; }

    /// <summary>Number of people in every frame, including those missing from it.</summary>
    public required int People { get; init; }

    /// <summary><see cref="Data"/> followed by <see cref="Confidence"/> as float32, little-endian, as in v0.1 and v0.2.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Number of points of all people in all frames.</summary>
    public int Points => Frames * People * Header.PointCount;

    /// <summary>Coordinates in pixels, <c>[frame, person, point, dimension]</c>; 0 if the confidence is 0.</summary>
    public ReadOnlySpan<float> Data => MemoryMarshal.Cast<byte, float>(Body.Span)[..(Points * Header.Dimensions)];

    /// <summary><c>[frame, person, point]</c>, 0 = missing.</summary>
    public ReadOnlySpan<float> Confidence => MemoryMarshal.Cast<byte, float>(Body.Span)[(Points * Header.Dimensions)..];
}
