using System.Numerics;
using Hasta.Recognition.FrameViews;

namespace Hasta.Recognition.Features;

/// <summary>
/// A clip's points in the signer's own frame: origin in the middle of the shoulders, one unit a shoulder width (both medians over the clip),
/// y downwards, resampled in time, gaps filled. What augmentation works on.
/// </summary>
internal sealed class NormalizedSequence
{
    private readonly Vector2[] points;
    private readonly bool[][] seen;

    /// <param name="points"><c>[time, <see cref="BodyPoints.Count"/>]</c>, flattened; a hand that is never seen is 0.</param>
    /// <param name="leftSeen"><c>[time]</c>: whether the left hand was detected there and not filled in.</param>
    /// <param name="rightSeen"><c>[time]</c>: the same of the right hand.</param>
    public NormalizedSequence(Vector2[] points, bool[] leftSeen, bool[] rightSeen)
    {
        if (points.Length != leftSeen.Length * BodyPoints.Count || rightSeen.Length != leftSeen.Length)
        {
            throw new ArgumentException("Points and masks are not of one length.", nameof(points));
        }

        this.points = points;
        seen = [leftSeen, rightSeen];
    }

    /// <summary>Frames.</summary>
    public int FrameCount => seen[0].Length;

    public Span<Vector2> Frame(int time) => points.AsSpan(time * BodyPoints.Count, BodyPoints.Count);

    /// <summary>All frames: <c>[time, point]</c>.</summary>
    public Span<Vector2> All => points;

    /// <summary>Whether the hand was detected, frame by frame.</summary>
    public Span<bool> Seen(Side side) => seen[(int)side];

    /// <summary>Where the clip's pictures lie; null where the model looks at landmarks alone. Whoever moves all points moves it too.</summary>
    public FramePlacement? View { get; set; }

    public NormalizedSequence Copy() => new([.. points], [.. seen[0]], [.. seen[1]]) { View = View };

    /// <summary>Left and right exchanged, as another person's flipped webcam shows it.</summary>
    public NormalizedSequence Mirror()
    {
        var mirrored = new NormalizedSequence(new Vector2[points.Length], [.. seen[1]], [.. seen[0]]) { View = View?.Move(Matrix3x2.CreateScale(-1, 1)) };
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
