using Hasta.Landmarks;

namespace Hasta.Recognition.Live.Segmentation;

/// <summary>The latest frames of a stream, without the face: what a sign in progress consists of, or what may precede one.</summary>
internal sealed class FrameBuffer
{
    private readonly List<LandmarkFrame> frames = [];

    public TimeSpan? LastTime => frames.Count == 0 ? null : frames[^1].Time;

    public void Add(LandmarkFrame frame) => frames.Add(
        frame.HasFace ? new LandmarkFrame(frame.Time, frame.All[..LandmarkLayout.CountWithoutFace].ToArray()) : frame);

    /// <returns>A copy of the frames from <paramref name="start"/> to <paramref name="end"/>, both included.</returns>
    public IReadOnlyList<LandmarkFrame> Between(TimeSpan start, TimeSpan end) =>
        [.. frames.Where(frame => frame.Time >= start && frame.Time <= end)];

    /// <summary>Forgets what is earlier.</summary>
    public void DropBefore(TimeSpan time) => frames.RemoveRange(0, frames.TakeWhile(frame => frame.Time < time).Count());

    public void Clear() => frames.Clear();
}
