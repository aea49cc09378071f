using System.Numerics;
using Hasta.Landmarks.Video;

namespace Hasta.Landmarks.MediaPipe.Regions;

/// <summary>A rotated rectangle of a frame, in pixels: the input region of a network.</summary>
/// <param name="CenterX">Pixels from the left.</param>
/// <param name="CenterY">Pixels from the top.</param>
/// <param name="Width">Pixels, along the region's own horizontal axis.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Rotation">Radians, clockwise as seen on the screen, in [-pi, pi).</param>
/// <remarks>MediaPipe keeps regions in fractions of the frame; in pixels the same formulas need no conversions.</remarks>
internal readonly record struct RotatedRegion(float CenterX, float CenterY, float Width, float Height, float Rotation)
{
    /// <summary>The square on a frame's longer side, around its centre.</summary>
    public static RotatedRegion Letterbox(VideoFrame frame)
    {
        int side = Math.Max(frame.Width, frame.Height);
        return new RotatedRegion(frame.Width / 2f, frame.Height / 2f, side, side, 0);
    }

    /// <summary>An upright box, then rotated about its centre.</summary>
    public static RotatedRegion Over(Box box, float rotation) => new(box.Center.X, box.Center.Y, box.Size.X, box.Size.Y, rotation);

    /// <summary>
    /// The square around <paramref name="center"/> whose half side reaches to <paramref name="rim"/>, rotated so that the rim is in the
    /// direction of <paramref name="targetAngle"/> (radians, counter-clockwise from the right) of an upright region.
    /// </summary>
    /// <remarks>MediaPipe's AlignmentPointsRectsCalculator.</remarks>
    public static RotatedRegion Around(Landmark center, Landmark rim, float targetAngle)
    {
        float side = 2 * float.Hypot(rim.X - center.X, rim.Y - center.Y);
        return new RotatedRegion(center.X, center.Y, side, side, Rotate(center, rim, targetAngle));
    }

    /// <summary>
    /// The rotation, in radians, of a region in which <paramref name="end"/> is at the target angle from <paramref name="start"/>.
    /// </summary>
    public static float Rotate(Landmark start, Landmark end, float targetAngle) =>
        Normalize(targetAngle - MathF.Atan2(-(end.Y - start.Y), end.X - start.X));

    /// <summary>The same angle in [-pi, pi).</summary>
    public static float Normalize(float radians) => radians - MathF.Tau * MathF.Floor((radians + MathF.PI) / MathF.Tau);

    /// <summary>The same region without its rotation.</summary>
    public Box Upright => new(
        new Vector2(CenterX - Width / 2, CenterY - Height / 2),
        new Vector2(CenterX + Width / 2, CenterY + Height / 2));

    /// <summary>
    /// A square on the longer side, scaled, after a shift along the region's own vertical axis by a fraction of its height.
    /// </summary>
    /// <remarks>MediaPipe's RectTransformationCalculator with square_long.</remarks>
    public RotatedRegion ToSquare(float scale, float shiftY = 0)
    {
        var (sin, cos) = MathF.SinCos(Rotation);
        float shift = shiftY * Height;
        float side = scale * MathF.Max(Width, Height);
        return new RotatedRegion(CenterX - shift * sin, CenterY + shift * cos, side, side, Rotation);
    }

    /// <summary>From the region's own coordinates (0..1 from its top left corner; z in widths) to pixels of the frame.</summary>
    /// <remarks>MediaPipe's LandmarkProjectionCalculator.</remarks>
    public Landmark Project(Landmark point)
    {
        var (sin, cos) = MathF.SinCos(Rotation);
        float x = (point.X - 0.5f) * Width;
        float y = (point.Y - 0.5f) * Height;
        return point with { X = CenterX + x * cos - y * sin, Y = CenterY + x * sin + y * cos, Z = point.Z * Width };
    }

    /// <param name="point">0..1 of the region; the result, in pixels of the frame, has confidence 1 and depth 0.</param>
    public Landmark Project(Vector2 point) => Project(new Landmark(point.X, point.Y, 0, 1));

    /// <summary>A network's points, in pixels of the frame, all with confidence 1.</summary>
    /// <param name="values"><c>[point, 3]</c>: x, y, z in pixels of the network's input, which was this region.</param>
    /// <param name="inputSize">Pixels.</param>
    /// <param name="depthDivisor">Divisor that converts the network's z to the unit of x.</param>
    /// <remarks>MediaPipe's TensorsToLandmarksCalculator, where the divisor is called normalize_z.</remarks>
    public Landmark[] ProjectAll(ReadOnlySpan<float> values, float inputSize, float depthDivisor = 1)
    {
        var points = new Landmark[values.Length / 3];
        for (int i = 0; i < points.Length; i++)
        {
            var value = values.Slice(3 * i, 3);
            points[i] = Project(new Landmark(value[0] / inputSize, value[1] / inputSize, value[2] / inputSize / depthDivisor, 1));
        }

        return points;
    }
}
