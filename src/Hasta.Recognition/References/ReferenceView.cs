using System.Numerics;
using Hasta.Landmarks;
using Hasta.Recognition.Features;

namespace Hasta.Recognition.References;

/// <summary>Places a signer-centred clip in a frame of 640x480, as landmarks for a .pose file.</summary>
internal static class ReferenceView
{
    private const int Width = 640;
    private const int Height = 480;
    private const float ShoulderWidth = 135;
    private static readonly Vector2 Shoulders = new(Width / 2, 190);

    /// <param name="body">The clip.</param>
    /// <param name="fps">Its frames per second.</param>
    public static LandmarkSequence ToLandmarks(NormalizedSequence body, double fps) => new()
    {
        Fps = fps,
        Width = Width,
        Height = Height,
        Frames = [.. Enumerable.Range(0, body.FrameCount).Select(time => FrameOf(body, time, fps))],
    };

    private static LandmarkFrame FrameOf(NormalizedSequence body, int time, double fps)
    {
        Landmark[] landmarks = Landmark.AllMissing(LandmarkLayout.CountWithoutFace);
        Span<Vector2> points = body.Frame(time);
        for (int i = 0; i < BodyPoints.UpperBody.Count; i++)
        {
            landmarks[BodyPoints.UpperBody[i]] = At(points[i]);
        }

        for (int i = 0; i < LandmarkLayout.HandCount; i++)
        {
            if (body.Seen(Side.Left)[time])
            {
                landmarks[LandmarkLayout.LeftHandStart + i] = At(points[BodyPoints.LeftHand + i]);
            }

            if (body.Seen(Side.Right)[time])
            {
                landmarks[LandmarkLayout.RightHandStart + i] = At(points[BodyPoints.RightHand + i]);
            }
        }

        return new LandmarkFrame(TimeSpan.FromSeconds(time / fps), landmarks);
    }

    /// <summary>Whole pixels: they compress to a quarter, and nobody sees the difference.</summary>
    private static Landmark At(Vector2 point)
    {
        Vector2 place = Shoulders + (ShoulderWidth * point);
        return new Landmark(MathF.Round(place.X), MathF.Round(place.Y), 0, 1);
    }
}
