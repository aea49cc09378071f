using System.Numerics;

namespace Hasta.Datasets.Synthetic;

/// <summary>The path of a hand during the stroke of a sign, from its place and back in shoulder widths.</summary>
internal sealed record Movement
{
    private Movement()
    {
    }

    public static Movement Still { get; } = new() { Kind = MovementKind.Straight };

    public required MovementKind Kind { get; init; }

    /// <summary>
    /// The far end of a straight path, tap, shake or arc; the first radius of a circle. x away from the body's middle, y down, z away from
    /// the camera.
    /// </summary>
    public Vector3 Reach { get; init; }

    /// <summary>Where an arc bulges; the second radius of a circle.</summary>
    public Vector3 Bulge { get; init; }

    /// <summary>How often it happens in one stroke.</summary>
    public float Times { get; init; } = 1;

    /// <summary>Once, in a line.</summary>
    public static Movement Straight(float x, float y, float z) => new() { Kind = MovementKind.Straight, Reach = new(x, y, z) };

    /// <summary>There and back, several times, from the place outwards.</summary>
    public static Movement Tap(float x, float y, float z, float times) => new() { Kind = MovementKind.Tap, Reach = new(x, y, z), Times = times };

    /// <summary>To both sides of the place, several times.</summary>
    public static Movement Shake(float x, float y, float z, float times) => new() { Kind = MovementKind.Shake, Reach = new(x, y, z), Times = times };

    /// <summary>Round the place in the picture's plane.</summary>
    public static Movement Circle(float radius, float times) =>
        new() { Kind = MovementKind.Circle, Reach = new(radius, 0, 0), Bulge = new(0, radius, 0), Times = times };

    /// <summary>Once, in a bow.</summary>
    public static Movement Arc(Vector3 reach, Vector3 bulge) => new() { Kind = MovementKind.Arc, Reach = reach, Bulge = bulge };

    /// <param name="share">0..1 of the stroke.</param>
    internal Vector3 At(float share)
    {
        float turn = 2 * MathF.PI * Times * share;
        return Kind switch
        {
            MovementKind.Straight => Reach * Easing.Smooth(share),
            MovementKind.Tap => Reach * (0.5f + (0.5f * MathF.Cos(turn))),
            MovementKind.Shake => Reach * MathF.Sin(turn),
            MovementKind.Circle => (Reach * MathF.Cos(turn)) + (Bulge * MathF.Sin(turn)),
            _ => (Reach * Easing.Smooth(share)) + (Bulge * MathF.Sin(MathF.PI * Easing.Smooth(share))),
        };
    }
}
