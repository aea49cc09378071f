using System.Numerics;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>Determines whether a hand or face has moved so little that its region from the previous frame is still valid.</summary>
/// <remarks>MediaPipe's RoiTrackingCalculator.</remarks>
internal sealed record RegionContinuity
{
    /// <summary>The limits of modules/holistic_landmark/hand_tracking.pbtxt.</summary>
    public static RegionContinuity Hand { get; } = new() { MaxTurnDegrees = 40, MaxShift = 0.2f, MaxGrowth = 0.4f, InnerMargin = -0.1f };

    /// <summary>The limits of modules/holistic_landmark/face_tracking.pbtxt.</summary>
    public static RegionContinuity Face { get; } = new() { MaxTurnDegrees = 15, MaxShift = 0.1f, MaxGrowth = 0.3f, InnerMargin = -0.2f };

    public required float MaxTurnDegrees { get; init; }

    /// <summary>
    /// Fraction of the new region's size, along its own axes, like <see cref="MaxGrowth"/> and <see cref="InnerMargin"/>.
    /// </summary>
    public required float MaxShift { get; init; }

    public required float MaxGrowth { get; init; }

    /// <summary>Below 0: how much smaller than the new region the box is that must contain the old points.</summary>
    public required float InnerMargin { get; init; }

    /// <param name="before">The region computed from <paramref name="points"/>.</param>
    /// <param name="points">The points of the previous frame.</param>
    /// <param name="now">The current region of the hand or face, found without the previous frame.</param>
    public bool Holds(RotatedRegion before, ReadOnlySpan<Landmark> points, RotatedRegion now)
    {
        var size = new Vector2(now.Width, now.Height);
        var shift = Along(now, before.CenterX, before.CenterY);
        var growth = new Vector2(before.Width, before.Height) - size;
        return MathF.Abs(RotatedRegion.Normalize(before.Rotation - now.Rotation)) <= float.DegreesToRadians(MaxTurnDegrees)
            && Within(shift, size * MaxShift)
            && Within(growth, size * MaxGrowth)
            && Inside(now, points);
    }

    private bool Inside(RotatedRegion region, ReadOnlySpan<Landmark> points)
    {
        var limit = new Vector2(region.Width, region.Height) * (1 + InnerMargin) / 2;
        foreach (var point in points)
        {
            if (!Within(Along(region, point.X, point.Y), limit))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>From the region's centre to a point, along the region's axes.</summary>
    private static Vector2 Along(RotatedRegion region, float x, float y) =>
        Vector2.Transform(new Vector2(x - region.CenterX, y - region.CenterY), Matrix3x2.CreateRotation(-region.Rotation));

    private static bool Within(Vector2 value, Vector2 limit) => MathF.Abs(value.X) <= limit.X && MathF.Abs(value.Y) <= limit.Y;
}
