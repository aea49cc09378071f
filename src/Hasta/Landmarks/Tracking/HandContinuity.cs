using System.Numerics;

namespace Hasta.Landmarks.Tracking;

/// <summary>Tells whether a hand has moved so little that its region of the frame before still serves.</summary>
/// <remarks>MediaPipe's RoiTrackingCalculator with the limits of modules/holistic_landmark/hand_tracking.pbtxt.</remarks>
internal static class HandContinuity
{
    private const float MaxTurn = 40 * MathF.PI / 180;
    private const float MaxShift = 0.2f;
    private const float MaxGrowth = 0.4f;
    private const float InnerMargin = -0.1f;

    /// <param name="before">The region made of <paramref name="hand"/>.</param>
    /// <param name="hand">The points of the frame before.</param>
    /// <param name="recrop">Where the hand is now; all limits are fractions of it, along its own axes.</param>
    public static bool Holds(RotatedRegion before, ReadOnlySpan<Landmark> hand, RotatedRegion recrop)
    {
        var limit = new Vector2(recrop.Width, recrop.Height);
        var shift = Along(recrop, before.CenterX, before.CenterY);
        var growth = new Vector2(before.Width, before.Height) - limit;
        return MathF.Abs(RotatedRegion.Normalize(before.Rotation - recrop.Rotation)) <= MaxTurn
            && Within(shift, limit * MaxShift)
            && Within(growth, limit * MaxGrowth)
            && Inside(recrop, hand);
    }

    private static bool Inside(RotatedRegion recrop, ReadOnlySpan<Landmark> hand)
    {
        var limit = new Vector2(recrop.Width, recrop.Height) * (1 + InnerMargin) / 2;
        foreach (var point in hand)
        {
            if (!Within(Along(recrop, point.X, point.Y), limit))
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
