using System.Numerics;

namespace Hasta.Datasets.Synthetic;

/// <summary>What one hand does in a sign, told for the right hand; the left hand does the mirror image.</summary>
internal sealed record HandAction
{
    public required HandShape Shape { get; init; }

    /// <summary>The shape at the end of the stroke, where the hand changes it.</summary>
    public HandShape? EndShape { get; init; }

    public required BodyPlace Place { get; init; }

    /// <summary>A shift of the place in shoulder widths: x away from the body's middle, y down, z away from the camera.</summary>
    public Vector3 Shift { get; init; }

    public HandContact Contact { get; init; } = HandContact.Palm;

    /// <summary>Where straight fingers would point; same axes as <see cref="Shift"/>, any length.</summary>
    public required Vector3 Fingers { get; init; }

    /// <summary>Where the palm looks; made perpendicular to <see cref="Fingers"/>.</summary>
    public required Vector3 Palm { get; init; }

    /// <summary>Turn of the hand about its fingers during the stroke, in radians: to this angle and back with every repeat of the movement.</summary>
    public float Twist { get; init; }

    public Movement Movement { get; init; } = Movement.Still;

    internal HandShape ShapeAt(float share) => EndShape is null ? Shape : HandShape.Between(Shape, EndShape, Easing.Smooth(share));

    internal float TwistAt(float share) => Twist * (0.5f - (0.5f * MathF.Cos(2 * MathF.PI * Movement.Times * Math.Clamp(share, 0, 1))));
}
