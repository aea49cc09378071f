using System.Numerics;

namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>The path of a hand during the stroke of a sign, relative to its place, in shoulder widths.</summary>
internal sealed record Movement
{
    private Movement()
    {
    }

    public static Movement Still { get; } = new() { Kind = MovementKind.Straight };

    public required MovementKind Kind { get; init; }

    /// <summary>
    /// The far end of a straight path, tap, shake or arc; the first radius of a circle. x away from the middle of the body, y down, z away
    /// from the camera.
    /// </summary>
    public Vector3 Reach { get; init; }

    /// <summary>Where an arc bulges; the second radius of a circle.</summary>
    public Vector3 Bulge { get; init; }

    /// <summary>Number of repetitions in one stroke.</summary>
    public float Times { get; init; } = 1;

    /// <summary>Once, in a line.</summary>
    public static Movement Straight(float x, float y, float z) => new() { Kind = MovementKind.Straight, Reach = new(x, y, z) };

    /// <summary>Back and forth several times, from the place outwards.</summary>
    public static Movement Tap(float x, float y, float z, float times) =>
        new() { Kind = MovementKind.Tap, Reach = new(x, y, z), Times = times };

    /// <summary>To both sides of the place, several times.</summary>
    public static Movement Shake(float x, float y, float z, float times) =>
        new() { Kind = MovementKind.Shake, Reach = new(x, y, z), Times = times };

    /// <summary>Around the place in the frame's plane.</summary>
    public static Movement Circle(float radius, float times) =>
        new() { Kind = MovementKind.Circle, Reach = new(radius, 0, 0), Bulge = new(0, radius, 0), Times = times };

    /// <summary>Once, in an arc.</summary>
    public static Movement Arc(Vector3 reach, Vector3 bulge) => new() { Kind = MovementKind.Arc, Reach = reach, Bulge = bulge };

    /// <param name="fraction">0..1 of the stroke.</param>
    internal Vector3 At(float fraction)
    {
        float turn = 2 * MathF.PI * Times * fraction;
        return Kind switch
        {
            MovementKind.Straight => Reach * Easing.Smooth(fraction),
            MovementKind.Tap => Reach * (0.5f + (0.5f * MathF.Cos(turn))),
            MovementKind.Shake => Reach * MathF.Sin(turn),
            MovementKind.Circle => (Reach * MathF.Cos(turn)) + (Bulge * MathF.Sin(turn)),
            _ => (Reach * Easing.Smooth(fraction)) + (Bulge * MathF.Sin(MathF.PI * Easing.Smooth(fraction))),
        };
    }
}
