using Hasta.Landmarks;
using Hasta.Landmarks.Video;

namespace Hasta.Recognition.Live.Hints;

/// <summary>Counts the people in front of a camera every few seconds: a detector's run costs a fraction of a frame's other work.</summary>
internal sealed class PeopleCounter(ILandmarkTracker tracker)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);
    private TimeSpan? last;

    /// <summary>Null before the first frame, and if bodies are not detected.</summary>
    public int? Count { get; private set; }

    public void Add(VideoFrame frame)
    {
        if (last is not { } then || frame.Time - then >= Interval || frame.Time < then)
        {
            last = frame.Time;
            Count = tracker.CountPeople(frame);
        }
    }
}
