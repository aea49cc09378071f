using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.TestKit;

namespace Hasta.Tool.Tests;

/// <summary>A stream of one signer: real takes of abh_A at 12 frames/s, with the hands lowered between them.</summary>
internal static class LongTake
{
    private const double Fps = 12;
    private const int RestFrames = 24;

    /// <summary>Writes two seconds of rest, and after each word two more.</summary>
    public static void Write(string path, params string[] words)
    {
        LandmarkSequence[] takes = [.. words.Select(word => RealTakes.Read(word, "abh_A", 0, 1)[0])];
        LandmarkFrame rest = Lower(takes[0].Frames[0]);
        LandmarkFrame[] rests = [.. Enumerable.Repeat(rest, RestFrames)];
        PoseFile.Write(path, new LandmarkSequence
        {
            Fps = Fps,
            Width = 640,
            Height = 480,
            Frames =
            [
                .. rests.Concat(takes.SelectMany(take => take.Frames.Concat(rests)))
                    .Select((frame, i) => new LandmarkFrame(TimeSpan.FromSeconds(i / Fps), frame.All.ToArray())),
            ],
        });
    }

    /// <summary>The arms hang beside the body, and the hands are out of sight.</summary>
    private static LandmarkFrame Lower(LandmarkFrame frame)
    {
        Landmark[] points = frame.All.ToArray();
        Landmark left = points[LandmarkLayout.LeftShoulder];
        Landmark right = points[LandmarkLayout.RightShoulder];
        float width = Math.Abs(left.X - right.X);
        points[LandmarkLayout.LeftWrist] = left with { Y = left.Y + (1.8f * width) };
        points[LandmarkLayout.RightWrist] = right with { Y = right.Y + (1.8f * width) };
        Array.Fill(points, Landmark.Missing, LandmarkLayout.LeftHandStart, 2 * LandmarkLayout.HandCount);
        return new LandmarkFrame(frame.Time, points);
    }
}
