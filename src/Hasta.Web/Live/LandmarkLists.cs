using Hasta.Landmarks;

namespace Hasta.Web.Live;

/// <summary>The points of a frame for the page: x, y, x, y, ... in whole pixels; null for missing points and parts.</summary>
internal sealed record LandmarkLists(int?[]? Pose, int?[]? Left, int?[]? Right)
{
    public static LandmarkLists Of(LandmarkFrame frame) => new(ListOf(frame.Pose), ListOf(frame.LeftHand), ListOf(frame.RightHand));

    private static int?[]? ListOf(ReadOnlySpan<Landmark> points)
    {
        if (!Landmark.AnySeen(points))
        {
            return null;
        }

        int?[] list = new int?[2 * points.Length];
        for (int i = 0; i < points.Length; i++)
        {
            if (!points[i].IsMissing)
            {
                (list[2 * i], list[(2 * i) + 1]) = ((int)MathF.Round(points[i].X), (int)MathF.Round(points[i].Y));
            }
        }

        return list;
    }
}
