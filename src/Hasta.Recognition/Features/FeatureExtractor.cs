using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Points in the signer's frame -> 638 numbers per frame: the points (110), each hand in its own frame (80), bone directions and finger
/// bends (118), distances of hands to face, shoulders and each other (108), changes over one and two frames (220), detection masks (2). All that
/// is said of a hand is 0 in frames in which it was not seen. The hand that does more of the sign is always on the right.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Changes with every change of what the numbers mean: a model works only with the features that it was trained on.</summary>
    public const string Name = "hasta-features/3";

    /// <summary>Numbers per frame.</summary>
    public const int Count = (2 * BodyPoints.Count) + HandShape.Count + Bones.Count + Distances.Count + Motion.Count + 2;

    /// <summary>With the clip's pictures, where it has a view of them.</summary>
    public static FeatureSequence Extract(NormalizedSequence clip)
    {
        NormalizedSequence body = UnseenHands.Clear(SigningHand.OnTheRight(clip));
        return new FeatureSequence(Numbers(body), body.FrameCount) { Frames = body.View?.Paint() };
    }

    /// <summary>Without pictures.</summary>
    public static FeatureSequence ExtractLandmarks(NormalizedSequence clip)
    {
        NormalizedSequence body = UnseenHands.Clear(SigningHand.OnTheRight(clip));
        return new FeatureSequence(Numbers(body), body.FrameCount);
    }

    private static float[] Numbers(NormalizedSequence body)
    {
        float[] values = GC.AllocateUninitializedArray<float>(body.FrameCount * Count); // each is written below
        float leftSize = HandShape.Size(body, Side.Left);
        float rightSize = HandShape.Size(body, Side.Right);
        for (int time = 0; time < body.FrameCount; time++)
        {
            var writer = new FeatureWriter(values.AsSpan(time * Count, Count));
            ReadOnlySpan<Vector2> points = body.Frame(time);
            foreach (Vector2 point in points)
            {
                writer.Add(point);
            }

            HandShape.Write(ref writer, points.Slice(BodyPoints.LeftHand, LandmarkLayout.HandCount), leftSize);
            HandShape.Write(ref writer, points.Slice(BodyPoints.RightHand, LandmarkLayout.HandCount), rightSize);
            Bones.Write(ref writer, points);
            Distances.Write(ref writer, points, body.Seen(Side.Left)[time], body.Seen(Side.Right)[time]);
            Motion.Write(ref writer, body, time);
            writer.Add(body.Seen(Side.Left)[time] ? 1 : 0);
            writer.Add(body.Seen(Side.Right)[time] ? 1 : 0);
        }

        return values;
    }
}
