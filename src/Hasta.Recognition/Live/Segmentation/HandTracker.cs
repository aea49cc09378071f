using System.Numerics;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>
/// Follows one hand through a stream. A hand that is lost for a moment goes on as it moved: a hand that falls out of the frame is lowered,
/// one that blurs in front of the face is not.
/// </summary>
internal sealed class HandTracker(TimeSpan maxDropout)
{
    /// <summary>Speeds are measured over at least this time, so that jitter is not speed.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(80);

    private readonly Queue<(TimeSpan Time, Vector2 Position)> recent = new();
    private (TimeSpan Time, Vector2 Position)? last;
    private Vector2 velocity;

    /// <param name="time">Later than that of the previous call.</param>
    /// <param name="position">NaN if the hand is not seen.</param>
    public HandMotion Add(TimeSpan time, Vector2 position)
    {
        if (float.IsFinite(position.X + position.Y))
        {
            velocity = VelocityTo(time, position);
            last = (time, position);
            return new HandMotion(position, velocity.Length());
        }

        if (last is not { } seen || time - seen.Time > maxDropout)
        {
            Reset();
            return HandMotion.Lost;
        }

        return new HandMotion(seen.Position + (velocity * (float)(time - seen.Time).TotalSeconds), velocity.Length());
    }

    public void Reset()
    {
        recent.Clear();
        (last, velocity) = (null, Vector2.Zero);
    }

    private Vector2 VelocityTo(TimeSpan time, Vector2 position)
    {
        while (recent.Count > 1 && time - recent.ElementAt(1).Time >= Span)
        {
            recent.Dequeue();
        }

        Vector2 change = recent.TryPeek(out (TimeSpan Time, Vector2 Position) from)
            ? (position - from.Position) / (float)Math.Max((time - from.Time).TotalSeconds, Span.TotalSeconds)
            : Vector2.Zero;
        recent.Enqueue((time, position));
        return change;
    }
}
