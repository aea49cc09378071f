using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>Both hands of a stream's signer in shoulder widths, whatever the distance to the camera.</summary>
internal sealed class SignerTracker(TimeSpan maxDropout)
{
    /// <summary>Pose wrists less visible than this are guesses.</summary>
    private const float MinVisibility = 0.5f;

    /// <summary>Shoulders are medians over this time.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(1.5);

    private readonly Queue<(TimeSpan Time, Vector2 Middle, float Width)> shoulders = new();
    private readonly HandTracker left = new(maxDropout);
    private readonly HandTracker right = new(maxDropout);

    public (HandMotion Left, HandMotion Right) Add(LandmarkFrame frame)
    {
        AddShoulders(frame);
        float width = Median(shoulders.Select(pair => pair.Width));
        var middle = new Vector2(Median(shoulders.Select(pair => pair.Middle.X)), Median(shoulders.Select(pair => pair.Middle.Y)));
        HandMotion Follow(HandTracker hand, ReadOnlySpan<Landmark> points, int wrist) =>
            hand.Add(frame.Time, (WristOf(points, frame[wrist]) - middle) / width);
        return (Follow(left, frame.LeftHand, LandmarkLayout.LeftWrist), Follow(right, frame.RightHand, LandmarkLayout.RightWrist));
    }

    public void Reset()
    {
        shoulders.Clear();
        left.Reset();
        right.Reset();
    }

    private void AddShoulders(LandmarkFrame frame)
    {
        Vector2 a = At(frame[LandmarkLayout.LeftShoulder]);
        Vector2 b = At(frame[LandmarkLayout.RightShoulder]);
        float width = Vector2.Distance(a, b);
        while (shoulders.TryPeek(out var oldest) && frame.Time - oldest.Time > Memory)
        {
            shoulders.Dequeue();
        }

        if (width >= 1)
        {
            shoulders.Enqueue((frame.Time, (a + b) / 2, width));
        }
    }

    private static Vector2 WristOf(ReadOnlySpan<Landmark> hand, Landmark pose) =>
        !hand[HandPoint.Wrist].IsMissing ? At(hand[HandPoint.Wrist])
        : pose.Confidence >= MinVisibility ? At(pose)
        : new Vector2(float.NaN);

    private static float Median(IEnumerable<float> values)
    {
        float[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? float.NaN : sorted[sorted.Length / 2];
    }

    private static Vector2 At(Landmark point) => new(point.X, point.Y);
}
