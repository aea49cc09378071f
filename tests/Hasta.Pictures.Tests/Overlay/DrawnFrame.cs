using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.Overlay;

namespace Hasta.Pictures.Tests.Overlay;

/// <summary>A grey frame with chosen landmarks, and the painter's output for it.</summary>
internal sealed class DrawnFrame
{
    public const int Width = 321;
    public const int Height = 241;
    public const byte Grey = 128;

    private readonly Landmark[] points;

    public DrawnFrame(bool withFace = false)
    {
        points = new Landmark[withFace ? LandmarkLayout.CountWithFace : LandmarkLayout.CountWithoutFace];
        Array.Fill(points, Landmark.Missing);
    }

    private byte[] Rgb { get; set; } = [];

    public DrawnFrame With(int point, float x, float y, float confidence = 1)
    {
        points[point] = new Landmark(x, y, 0, confidence);
        return this;
    }

    public DrawnFrame Paint()
    {
        byte[] grey = new byte[Width * Height * 3];
        Array.Fill(grey, Grey);
        using var painter = new SkeletonPainter(Width, Height);
        Rgb = painter.Paint(new VideoFrame(TimeSpan.Zero, Width, Height, grey), new LandmarkFrame(TimeSpan.Zero, points)).Rgb.ToArray();
        return this;
    }

    public (int Red, int Green, int Blue) At(int x, int y)
    {
        int start = ((y * Width) + x) * 3;
        return (Rgb[start], Rgb[start + 1], Rgb[start + 2]);
    }

    /// <summary>Coordinates of all pixels that are no longer grey.</summary>
    public IEnumerable<(int X, int Y)> Changed() =>
        from y in Enumerable.Range(0, Height)
        from x in Enumerable.Range(0, Width)
        where At(x, y) != (Grey, Grey, Grey)
        select (x, y);
}
