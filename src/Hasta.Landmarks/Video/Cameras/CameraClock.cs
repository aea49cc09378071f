namespace Hasta.Landmarks.Video.Cameras;

/// <summary>
/// Times of a camera's frames from the first on, strictly rising. ffmpeg's stamps are exact but follow the wall clock, which may be set;
/// where they leave the time of arrival here by more than <see cref="Trust"/>, they are moved back to it.
/// </summary>
internal sealed class CameraClock(TimeProvider time)
{
    public static readonly TimeSpan Trust = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(1);
    private long? start;
    private TimeSpan? anchor;
    private TimeSpan last = -Least;

    public TimeSpan Next(TimeSpan? stamp)
    {
        TimeSpan arrival = time.GetElapsedTime(start ??= time.GetTimestamp());
        if (anchor is null || (stamp - anchor.Value - arrival)?.Duration() > Trust)
        {
            anchor = stamp - arrival;
        }

        TimeSpan frame = stamp - anchor ?? arrival;
        return last = frame > last ? frame : last + Least;
    }
}
