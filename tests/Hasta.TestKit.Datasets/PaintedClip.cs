using System.Numerics;
using Hasta.Landmarks;
using Hasta.Landmarks.Video;
using Hasta.Pictures.KeptFrames;

namespace Hasta.TestKit.Datasets;

/// <summary>Frames for synthetic landmarks: black, with a white disc at the right wrist.</summary>
internal static class PaintedClip
{
    public const int Radius = 9;

    /// <summary>The frames that prepare would keep.</summary>
    public static byte[] Keep(LandmarkSequence clip)
    {
        using var sampler = new FrameSampler();
        foreach ((int i, LandmarkFrame frame) in clip.Frames.Index())
        {
            Landmark wrist = frame.RightHand[HandPoint.Wrist];
            sampler.Offer(Frame(i, clip.Width, clip.Height, new Vector2(wrist.X, wrist.Y)));
        }

        return sampler.ToBytes(clip.Width, clip.Height);
    }

    public static VideoFrame Frame(int number, int width, int height, Vector2 disc)
    {
        byte[] rgb = new byte[width * height * 3];
        for (int y = Math.Max(0, (int)disc.Y - Radius - 1); y < Math.Min(height, disc.Y + Radius + 1); y++)
        {
            for (int x = Math.Max(0, (int)disc.X - Radius - 1); x < Math.Min(width, disc.X + Radius + 1); x++)
            {
                if (Vector2.Distance(new Vector2(x + 0.5f, y + 0.5f), disc) <= Radius)
                {
                    rgb.AsSpan(((y * width) + x) * 3, 3).Fill(255);
                }
            }
        }

        return new VideoFrame(TimeSpan.FromSeconds(number / 25.0), width, height, rgb);
    }
}
