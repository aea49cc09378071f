using System.Numerics;
using Hasta.Datasets.Synthetic.Body;

namespace Hasta.Datasets.Synthetic.Signs;

/// <summary>What one hand does in a sign, described for the right hand; the left hand does the mirror image.</summary>
internal sealed record HandAction
{
    public required HandShape Shape { get; init; }

    /// <summary>The shape at the end of the stroke; null if it does not change.</summary>
    public HandShape? EndShape { get; init; }

    public required BodyPlace Place { get; init; }

    /// <summary>Offset from the place in shoulder widths: x away from the middle of the body, y down, z away from the camera.</summary>
    public Vector3 Shift { get; init; }

    public HandContact Contact { get; init; } = HandContact.Palm;

    /// <summary>The direction of straight fingers; same axes as <see cref="Shift"/>, any length.</summary>
    public required Vector3 Fingers { get; init; }

    /// <summary>The direction that the palm faces; made perpendicular to <see cref="Fingers"/>.</summary>
    public required Vector3 Palm { get; init; }

    /// <summary>
    /// Rotation of the hand about its fingers during the stroke, in radians: to this angle and back with every repetition of the movement.
    /// </summary>
    public float Twist { get; init; }

    public Movement Movement { get; init; } = Movement.Still;

    internal HandShape ShapeAt(float fraction) =>
        EndShape is null ? Shape : HandShape.Between(Shape, EndShape, Easing.Smooth(fraction));

    internal float TwistAt(float fraction) =>
        Twist * (0.5f - (0.5f * MathF.Cos(2 * MathF.PI * Movement.Times * Math.Clamp(fraction, 0, 1))));
}
