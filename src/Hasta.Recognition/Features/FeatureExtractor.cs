using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>
/// Converts points in the signer's coordinate system to 638 values per frame: the points (110), each hand in its own coordinate system
/// (80), bone directions and finger bends (118), distances of hands to face, shoulders and each other (108), changes over one and two
/// frames (220), detection masks (2). All values of a hand are 0 in frames in which it was not detected. The hand that does more of the
/// sign is always on the right.
/// </summary>
internal static class FeatureExtractor
{
    /// <summary>Must change when the meaning of the values changes: a model works only with the features it was trained on.</summary>
    public const string Name = "hasta-features/3";

    /// <summary>Values per frame.</summary>
    public const int Count = (2 * BodyPoints.Count) + HandShape.Count + Bones.Count + Distances.Count + Motion.Count + 2;

    /// <summary>Includes the clip's video frames, if it has a view of them.</summary>
    public static FeatureSequence Extract(NormalizedSequence clip)
    {
        NormalizedSequence body = UndetectedHands.Clear(SigningHand.OnTheRight(clip));
        return new FeatureSequence(Compute(body), body.FrameCount) { Frames = body.View?.Paint() };
    }

    /// <summary>Without video frames.</summary>
    public static FeatureSequence ExtractLandmarks(NormalizedSequence clip)
    {
        NormalizedSequence body = UndetectedHands.Clear(SigningHand.OnTheRight(clip));
        return new FeatureSequence(Compute(body), body.FrameCount);
    }

    private static float[] Compute(NormalizedSequence body)
    {
        float[] values = GC.AllocateUninitializedArray<float>(body.FrameCount * Count); // every value is written below
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
