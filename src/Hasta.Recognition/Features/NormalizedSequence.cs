using System.Numerics;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>
/// A clip's points in the signer's coordinate system: the origin is the middle of the shoulders, one unit is a shoulder width (both
/// medians over the clip), y points down. Resampled in time, with gaps filled. Augmentation operates on this.
/// </summary>
internal sealed class NormalizedSequence
{
    private readonly Vector2[] points;
    private readonly bool[][] seen;

    /// <param name="points"><c>[time, <see cref="BodyPoints.Count"/>]</c>, flattened; a hand that is never seen is 0.</param>
    /// <param name="leftSeen"><c>[time]</c>: whether the left hand was detected in the frame and not filled in.</param>
    /// <param name="rightSeen"><c>[time]</c>: the same for the right hand.</param>
    public NormalizedSequence(Vector2[] points, bool[] leftSeen, bool[] rightSeen)
    {
        if (points.Length != leftSeen.Length * BodyPoints.Count || rightSeen.Length != leftSeen.Length)
        {
            throw new ArgumentException("Points and masks differ in length.", nameof(points));
        }

        this.points = points;
        seen = [leftSeen, rightSeen];
    }

    public int FrameCount => seen[0].Length;

    public Span<Vector2> Frame(int time) => points.AsSpan(time * BodyPoints.Count, BodyPoints.Count);

    /// <summary>All frames: <c>[time, point]</c>.</summary>
    public Span<Vector2> All => points;

    /// <summary>Whether the hand was detected, per frame.</summary>
    public Span<bool> Seen(Side side) => seen[(int)side];

    /// <summary>
    /// Where the clip's video frames are; null for models that use landmarks only. Code that transforms all points must transform this too.
    /// </summary>
    public FramePlacement? View { get; set; }

    public NormalizedSequence Copy() => new([.. points], [.. seen[0]], [.. seen[1]]) { View = View };

    /// <summary>The clip with left and right swapped, as a flipped webcam shows it.</summary>
    public NormalizedSequence Mirror()
    {
        var mirrored = new NormalizedSequence(new Vector2[points.Length], [.. seen[1]], [.. seen[0]])
        {
            View = View?.Move(Matrix3x2.CreateScale(-1, 1)),
        };
        for (int time = 0; time < FrameCount; time++)
        {
            Span<Vector2> from = Frame(time);
            Span<Vector2> to = mirrored.Frame(time);
            for (int point = 0; point < to.Length; point++)
            {
                Vector2 other = from[BodyPoints.Mirrored[point]];
                to[point] = new Vector2(-other.X, other.Y);
            }
        }

        return mirrored;
    }
}
