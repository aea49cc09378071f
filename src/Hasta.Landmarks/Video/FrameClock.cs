namespace Hasta.Landmarks.Video;

/// <summary>Frame times from the first frame on, strictly rising; a missing or backward stamp is one frame time after the last.</summary>
internal sealed class FrameClock(FrameRate rate)
{
    private TimeSpan? start;

    /// <summary>What was stamped on the first frame.</summary>
    public TimeSpan Start => start ?? TimeSpan.Zero;

    /// <summary>Of the latest frame, from the first one on.</summary>
    public TimeSpan Last { get; private set; }

    /// <summary>The longest time from one frame to the next.</summary>
    public TimeSpan MaxStep { get; private set; }

    /// <summary>At the average rate.</summary>
    public TimeSpan FrameTime => rate.TimeOf(1);

    public TimeSpan Next(TimeSpan? stamp)
    {
        if (start is not { } first)
        {
            start = stamp ?? TimeSpan.Zero;
            return Last;
        }

        TimeSpan before = Last;
        Last = stamp - first is { } time && time > before ? time : before + FrameTime;
        MaxStep = Last - before > MaxStep ? Last - before : MaxStep;
        return Last;
    }
}
