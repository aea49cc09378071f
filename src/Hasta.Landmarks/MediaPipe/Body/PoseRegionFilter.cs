using Hasta.Landmarks.MediaPipe.Regions;

namespace Hasta.Landmarks.MediaPipe.Body;

/// <summary>Smooths the two points from which the next frame's pose region is computed.</summary>
/// <remarks>
/// MediaPipe's modules/pose_landmark/pose_landmark_filtering.pbtxt, whose auxiliary points are filtered regardless of smooth_landmarks.
/// </remarks>
internal sealed class PoseRegionFilter
{
    private const float MinBodySize = 1e-6f;

    private static readonly OneEuroSettings Settings = new() { MinCutoff = 0.01, Beta = 10, SpeedCutoff = 1 };

    private readonly OneEuroFilter hipsX = new(Settings);
    private readonly OneEuroFilter hipsY = new(Settings);
    private readonly OneEuroFilter rimX = new(Settings);
    private readonly OneEuroFilter rimY = new(Settings);

    /// <summary>The region for the next frame, from this frame's points in pixels.</summary>
    public RotatedRegion Apply(TimeSpan time, Landmark hips, Landmark rim)
    {
        float size = 2 * float.Hypot(rim.X - hips.X, rim.Y - hips.Y);
        if (size < MinBodySize)
        {
            return PoseRegion.From(hips, rim);
        }

        float scale = 1 / size;
        return PoseRegion.From(
            hips with { X = hipsX.Apply(time, hips.X, scale), Y = hipsY.Apply(time, hips.Y, scale) },
            rim with { X = rimX.Apply(time, rim.X, scale), Y = rimY.Apply(time, rim.Y, scale) });
    }
}
