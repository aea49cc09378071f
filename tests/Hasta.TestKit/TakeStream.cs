using Hasta.Landmarks;

namespace Hasta.TestKit;

/// <summary>Takes one after the other, with hands that hang down in between: a stream of a camera.</summary>
internal static class TakeStream
{
    private const double Fps = 12;
    private const int WayFrames = 5;

    /// <summary>How far below the picture of the sign a hand rests, in pixels.</summary>
    private const float Fall = 340;

    /// <param name="takes">Takes of one signer, 12 frames/s.</param>
    /// <param name="restSeconds">Before, between and after the takes.</param>
    public static IReadOnlyList<LandmarkFrame> Join(IReadOnlyList<LandmarkSequence> takes, double restSeconds = 1)
    {
        var frames = new List<Landmark[]>();
        Landmark[] rest = Lower(takes[0].Frames[1], 1);
        foreach (LandmarkSequence take in takes)
        {
            frames.AddRange(Enumerable.Repeat(rest, (int)(restSeconds * Fps)));
            frames.AddRange(Enumerable.Range(1, WayFrames).Select(i => Lower(take.Frames[1], 1 - (i / (WayFrames + 1f)))));
            frames.AddRange(take.Frames.Skip(1).Select(frame => frame.All.ToArray()));
            frames.AddRange(Enumerable.Range(1, WayFrames).Select(i => Lower(take.Frames[^1], i / (WayFrames + 1f))));
        }

        frames.AddRange(Enumerable.Repeat(rest, (int)(restSeconds * Fps)));
        return [.. frames.Select((points, i) => new LandmarkFrame(TimeSpan.FromSeconds(i / Fps), points))];
    }

    /// <summary>Moves wrists, elbows and hands down; at the end the hands are out of the picture.</summary>
    private static Landmark[] Lower(LandmarkFrame frame, float share)
    {
        Landmark[] points = frame.All.ToArray();
        for (int i = 0; i < points.Length; i++)
        {
            bool isHand = i >= LandmarkLayout.LeftHandStart;
            if (isHand && share > 0.8f)
            {
                points[i] = Landmark.Missing;
            }
            else if (isHand || i is >= LandmarkLayout.LeftWrist and <= LandmarkLayout.RightThumb)
            {
                points[i] = points[i] with { Y = points[i].Y + (share * Fall), Confidence = share > 0.8f ? 0.1f : points[i].Confidence };
            }
        }

        return points;
    }
}
