using System.Numerics;

namespace Hasta.Landmarks.Tracking;

/// <summary>What a detector found, in 0..1 of its input square.</summary>
internal sealed record Detection
{
    /// <summary>0..1.</summary>
    public required float Score { get; init; }

    /// <summary>Top left corner of the box.</summary>
    public required Vector2 From { get; init; }

    /// <summary>Bottom right corner of the box.</summary>
    public required Vector2 To { get; init; }

    public required IReadOnlyList<Vector2> Points { get; init; }

    /// <summary>The area in common as a fraction of the area of both, 0..1.</summary>
    public float Overlap(Detection other)
    {
        float common = Area(Vector2.Min(To, other.To) - Vector2.Max(From, other.From));
        float all = Area(To - From) + Area(other.To - other.From) - common;
        return all > 0 ? common / all : 0;
    }

    private static float Area(Vector2 size) => MathF.Max(0, size.X) * MathF.Max(0, size.Y);
}
