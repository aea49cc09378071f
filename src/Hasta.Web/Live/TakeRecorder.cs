using System.Text.Json;
using Hasta.Landmarks;
using Hasta.Landmarks.Formats.Pose;
using Hasta.Recognition;

namespace Hasta.Web.Live;

/// <summary>Keeps the landmarks of a take, up to 10 s.</summary>
internal sealed class TakeRecorder
{
    private static readonly TimeSpan MaxLength = TimeSpan.FromSeconds(10);
    private readonly List<LandmarkFrame> frames = [];

    public void Add(LandmarkFrame frame)
    {
        if (frames.Count == 0 || (frame.Time > frames[^1].Time && frame.Time - frames[0].Time <= MaxLength))
        {
            frames.Add(frame);
        }
    }

    /// <returns>The message <c>take</c>.</returns>
    public object ToMessage((int Width, int Height) size)
    {
        if (frames.Count < 2)
        {
            return ToMessage("", 0, 0, new UnsureReason(UnsureKind.TooFewFrames, "the take has no frames"));
        }

        double seconds = (frames[^1].Time - frames[0].Time).TotalSeconds;
        var take = new LandmarkSequence
        {
            Fps = (frames.Count - 1) / seconds,
            Width = size.Width,
            Height = size.Height,
            Frames = frames,
        };
        int seen = frames.Count(frame => Landmark.AnySeen(frame.LeftHand) || Landmark.AnySeen(frame.RightHand));
        return ToMessage(Convert.ToBase64String(PoseFile.ToBytes(take)), seconds, (double)seen / frames.Count, SignEvidence.Check(take));
    }

    private object ToMessage(string pose, double seconds, double hands, UnsureReason? problem) => new
    {
        type = "take",
        pose,
        frames = frames.Count,
        seconds = Math.Round(seconds, 3),
        hands = Math.Round(hands, 3),
        problem = problem?.Text,
        problemCode = problem is null ? null : JsonNamingPolicy.CamelCase.ConvertName(problem.Kind.ToString()),
    };
}
