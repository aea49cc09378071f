namespace Hasta.Landmarks.Video;

/// <summary>
/// Frame times relative to the first frame, strictly increasing; a missing or backward stamp becomes one frame time after the last.
/// </summary>
internal sealed class FrameClock(FrameRate rate)
{
    private TimeSpan? start;

    /// <summary>The first frame's time stamp.</summary>
    public TimeSpan Start => start ?? TimeSpan.Zero;

    /// <summary>Time of the latest frame, relative to the first.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>The longest interval between two frames.</summary>
    public TimeSpan MaxStep { get; private set; }

    /// <summary>Time per frame at the average rate.</summary>
    public TimeSpan FrameTime => rate.TimeOf(1);

    public TimeSpan Next(TimeSpan? stamp)
    {
        if (start is not { } first)
        {
            start = stamp ?? TimeSpan.Zero;
            return Last;
        }

        TimeSpan previous = Last;
        Last = stamp - first is { } time && time > previous ? time : previous + FrameTime;
        MaxStep = Last - previous > MaxStep ? Last - previous : MaxStep;
        return Last;
    }
}
