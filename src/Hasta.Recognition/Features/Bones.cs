using System.Numerics;
using Hasta.Landmarks;

namespace Hasta.Recognition.Features;

/// <summary>Bone directions of arms and fingers, and the bend of each finger joint.</summary>
internal static class Bones
{
    private const int Fingers = 5;
    private const int BonesPerFinger = 4;

    /// <summary>A hand: 20 bone directions and 15 bends; an arm: 2 bone directions.</summary>
    public const int Count = 2 * ((2 * Fingers * BonesPerFinger) + (Fingers * (BonesPerFinger - 1)) + 4);

    public static void Write(ref FeatureWriter writer, ReadOnlySpan<Vector2> points)
    {
        WriteHand(ref writer, points.Slice(BodyPoints.LeftHand, LandmarkLayout.HandCount));
        WriteHand(ref writer, points.Slice(BodyPoints.RightHand, LandmarkLayout.HandCount));
        writer.Add(Direction(points[BodyPoints.LeftShoulder], points[BodyPoints.LeftElbow]));
        writer.Add(Direction(points[BodyPoints.LeftElbow], points[BodyPoints.LeftWrist]));
        writer.Add(Direction(points[BodyPoints.RightShoulder], points[BodyPoints.RightElbow]));
        writer.Add(Direction(points[BodyPoints.RightElbow], points[BodyPoints.RightWrist]));
    }

    private static void WriteHand(ref FeatureWriter writer, ReadOnlySpan<Vector2> hand)
    {
        for (int finger = 0; finger < Fingers; finger++)
        {
            int root = HandPoint.ThumbCmc + (finger * BonesPerFinger);
            Vector2 previous = Direction(hand[HandPoint.Wrist], hand[root]);
            writer.Add(previous);
            for (int joint = root; joint < root + BonesPerFinger - 1; joint++)
            {
                Vector2 bone = Direction(hand[joint], hand[joint + 1]);
                writer.Add(bone);
                writer.Add(Vector2.Dot(previous, bone));
                previous = bone;
            }
        }
    }

    /// <summary>A unit vector, or 0 if the points coincide.</summary>
    private static Vector2 Direction(Vector2 from, Vector2 to)
    {
        Vector2 bone = to - from;
        float length = bone.Length();
        return length > 1e-6f ? bone / length : Vector2.Zero;
    }
}
