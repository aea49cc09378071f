namespace Hasta.Video;

/// <summary>Frame times from the first frame on, strictly rising; a missing or backward stamp is one frame time after the last.</summary>
internal sealed class FrameClock(FrameRate rate)
{
    private TimeSpan? start;
    private TimeSpan last;

    public TimeSpan Next(TimeSpan? stamp)
    {
        if (start is not { } first)
        {
            start = stamp ?? TimeSpan.Zero;
            return last;
        }

        TimeSpan? time = stamp - first;
        return last = time > last ? time.Value : last + rate.TimeOf(1);
    }
}
