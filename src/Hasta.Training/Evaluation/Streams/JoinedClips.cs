using Hasta.Landmarks;
using Hasta.Training.Data.Streams;

namespace Hasta.Training.Evaluation.Streams;

/// <summary>Clips of one signer laid end to end, as a video that is cut hard. The whole of a clip counts as its sign.</summary>
/// <param name="Frames">In order of time.</param>
/// <param name="Signs">One per clip.</param>
/// <param name="Duration">Sum of the clips' durations.</param>
internal sealed record JoinedClips(IReadOnlyList<LandmarkFrame> Frames, IReadOnlyList<StreamSign> Signs, TimeSpan Duration)
{
    /// <param name="clips">In order.</param>
    public static JoinedClips Join(IEnumerable<(string Gloss, LandmarkSequence Clip)> clips)
    {
        var frames = new List<LandmarkFrame>();
        var signs = new List<StreamSign>();
        TimeSpan start = TimeSpan.Zero;
        foreach ((string gloss, LandmarkSequence clip) in clips)
        {
            TimeSpan first = clip.Frames[0].Time;
            TimeSpan end = start + clip.Frames[^1].Time - first + TimeSpan.FromSeconds(1 / clip.Fps);
            frames.AddRange(clip.Frames.Select(frame => new LandmarkFrame(start + frame.Time - first, frame.All.ToArray())));
            signs.Add(new StreamSign(gloss, start, end));
            start = end;
        }

        return new JoinedClips(frames, signs, start);
    }

    /// <summary>Frames as a slower camera would deliver them.</summary>
    public IEnumerable<LandmarkFrame> At(double framesPerSecond)
    {
        int taken = -1;
        foreach (LandmarkFrame frame in Frames)
        {
            int due = (int)(frame.Time.TotalSeconds * framesPerSecond);
            if (due > taken)
            {
                taken = due;
                yield return frame;
            }
        }
    }
}
