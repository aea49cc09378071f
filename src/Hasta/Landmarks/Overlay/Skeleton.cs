using SkiaSharp;

namespace Hasta.Landmarks.Overlay;

/// <summary>Draws all parts of a frame.</summary>
internal static class Skeleton
{
    /// <param name="canvas">In pixels of the clip.</param>
    /// <param name="scale">Of the picture that is drawn on.</param>
    /// <param name="frame">What was seen.</param>
    public static void Paint(SKCanvas canvas, DrawingScale scale, LandmarkFrame frame)
    {
        var painter = new PartPainter(canvas, scale);
        painter.Paint(SkeletonParts.Pose, frame.Pose, PoseStrengths(frame));
        PaintPart(painter, SkeletonParts.Face, frame.Face);
        PaintPart(painter, SkeletonParts.LeftHand, frame.LeftHand);
        PaintPart(painter, SkeletonParts.RightHand, frame.RightHand);
    }

    private static void PaintPart(PartPainter painter, SkeletonPart part, ReadOnlySpan<Landmark> points)
    {
        if (Landmark.AnySeen(points))
        {
            painter.Paint(part, points, Strengths(points));
        }
    }

    /// <summary>The pose's few points of a hand or of the face give way to that part's own, where those were seen.</summary>
    private static PointStrength[] PoseStrengths(LandmarkFrame frame)
    {
        PointStrength[] strengths = Strengths(frame.Pose);
        if (Landmark.AnySeen(frame.Face))
        {
            strengths.AsSpan(LandmarkLayout.Nose, LandmarkLayout.MouthRight + 1 - LandmarkLayout.Nose).Clear();
        }

        if (Landmark.AnySeen(frame.LeftHand))
        {
            Hide(strengths, LandmarkLayout.LeftThumb, LandmarkLayout.LeftIndex, LandmarkLayout.LeftPinky);
        }

        if (Landmark.AnySeen(frame.RightHand))
        {
            Hide(strengths, LandmarkLayout.RightThumb, LandmarkLayout.RightIndex, LandmarkLayout.RightPinky);
        }

        return strengths;
    }

    private static void Hide(PointStrength[] strengths, params ReadOnlySpan<int> points)
    {
        foreach (int point in points)
        {
            strengths[point] = PointStrength.Hidden;
        }
    }

    private static PointStrength[] Strengths(ReadOnlySpan<Landmark> points)
    {
        var strengths = new PointStrength[points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            strengths[i] = PartPainter.StrengthOf(points[i]);
        }

        return strengths;
    }
}
