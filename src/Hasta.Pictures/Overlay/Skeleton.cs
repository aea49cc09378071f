using Hasta.Landmarks;
using SkiaSharp;

namespace Hasta.Pictures.Overlay;

/// <summary>Draws all parts of a frame.</summary>
internal static class Skeleton
{
    private static readonly int[] PoseFace = [.. Enumerable.Range(LandmarkLayout.Nose, LandmarkLayout.MouthRight + 1)];
    private static readonly int[] PoseLeftHand = [LandmarkLayout.LeftThumb, LandmarkLayout.LeftIndex, LandmarkLayout.LeftPinky];
    private static readonly int[] PoseRightHand = [LandmarkLayout.RightThumb, LandmarkLayout.RightIndex, LandmarkLayout.RightPinky];

    /// <param name="canvas">In pixels of the clip.</param>
    /// <param name="scale">Scale of the drawing surface.</param>
    /// <param name="frame">The landmarks to draw.</param>
    public static void Paint(SKCanvas canvas, DrawingScale scale, LandmarkFrame frame)
    {
        var painter = new PartPainter(canvas, scale);
        painter.Paint(SkeletonParts.Pose, PoseOf(frame));
        painter.Paint(SkeletonParts.Face, new PartPoints(frame.Face));
        painter.Paint(SkeletonParts.LeftHand, new PartPoints(frame.LeftHand));
        painter.Paint(SkeletonParts.RightHand, new PartPoints(frame.RightHand));
    }

    /// <summary>Hides the pose's points of a hand or the face if that part has its own landmarks.</summary>
    private static PartPoints PoseOf(LandmarkFrame frame)
    {
        var pose = new PartPoints(frame.Pose);
        pose.Hide(Landmark.AnySeen(frame.Face) ? PoseFace : []);
        pose.Hide(Landmark.AnySeen(frame.LeftHand) ? PoseLeftHand : []);
        pose.Hide(Landmark.AnySeen(frame.RightHand) ? PoseRightHand : []);
        return pose;
    }
}
