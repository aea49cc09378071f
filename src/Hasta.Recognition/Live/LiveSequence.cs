using Hasta.Landmarks;

namespace Hasta.Recognition.Live;

/// <summary>Converts a part of a stream to a clip, the same as if it had been cut out of the file.</summary>
internal static class LiveSequence
{
    /// <param name="frames">In order of time, at least one.</param>
    public static LandmarkSequence From(IReadOnlyList<LandmarkFrame> frames)
    {
        double seconds = (frames[^1].Time - frames[0].Time).TotalSeconds;
        return new LandmarkSequence
        {
            // Time stamps are rounded to 100 ns; without this, 30 frames/s would be 30.0000x.
            Fps = seconds > 0 ? Math.Round((frames.Count - 1) / seconds, 2) : 1,
            // Recognition by landmarks does not use the size of the frame.
            Width = 1,
            Height = 1,
            Frames = frames,
        };
    }
}
