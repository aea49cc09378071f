using System.Numerics;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>One hand at one moment.</summary>
/// <param name="Position">The wrist relative to the middle of the shoulders, in shoulder widths; y points down. NaN if lost.</param>
/// <param name="Speed">Shoulder widths per second; 0 if unknown.</param>
internal readonly record struct HandMotion(Vector2 Position, float Speed)
{
    public static HandMotion Lost { get; } = new(new Vector2(float.NaN), 0);

    /// <summary>Height in shoulder widths below the shoulders; NaN if lost, which is neither above nor below anything.</summary>
    public float Height => Position.Y;
}
