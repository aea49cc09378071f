using System.Numerics;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>An upright rectangle.</summary>
/// <param name="From">Top left corner.</param>
/// <param name="To">Bottom right corner.</param>
internal readonly record struct Box(Vector2 From, Vector2 To)
{
    public Vector2 Center => (From + To) / 2;

    public Vector2 Size => To - From;

    /// <summary>Intersection over union, 0..1.</summary>
    public float Overlap(Box other)
    {
        float common = Area(Vector2.Min(To, other.To) - Vector2.Max(From, other.From));
        float all = Area(Size) + Area(other.Size) - common;
        return all > 0 ? common / all : 0;
    }

    private static float Area(Vector2 size) => MathF.Max(0, size.X) * MathF.Max(0, size.Y);
}
